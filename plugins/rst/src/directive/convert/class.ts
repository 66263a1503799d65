import {makeId} from '../../text/name.ts'
import {words} from '../../text/whitespace.ts'
import {type Converter, Refusal} from '../spec.ts'

/** Names separated by white space, each made a valid class name. */
export const classes: Converter<string[]> = (text) => {
  if (text === undefined)
    return new Refusal('argument required but none supplied', 'names of classes')
  const names: string[] = []
  for (const word of words(text)) {
    const name = makeId(word)
    if (name === '')
      return new Refusal(`cannot make "${word}" into a class name`, 'a name with letters')
    names.push(name)
  }
  return names
}
