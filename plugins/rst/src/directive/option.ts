import {makeId} from '../text/name.ts'
import {words} from '../text/whitespace.ts'
import {type Converter, Refusal} from './spec.ts'

/** No value wanted: the option's presence is all. */
export const flag: Converter<true> = (text) =>
  text?.trim() ? new Refusal(`no argument is allowed; "${text}" supplied`) : true

/** Any text, or none. */
export const unchanged: Converter<string> = (text) => text ?? ''

/** A list of class names, made valid. */
export const classes: Converter<string[]> = (text) => {
  if (text === undefined) return new Refusal('argument required but none supplied')
  const names: string[] = []
  for (const word of words(text)) {
    const name = makeId(word)
    if (name === '') return new Refusal(`cannot make "${word}" into a class name`)
    names.push(name)
  }
  return names
}
