import {words} from '../text/whitespace.ts'
import {Text} from '../tree.ts'
import {unicodeCode} from './convert/character.ts'
import {flag} from './convert/text.ts'
import {directive, Refusal} from './spec.ts'

const comment = /(?: |\n|^)\.\. /

/** `.. |copy| unicode:: 0xA9 .. copyright sign` */
export const unicode = directive({
  name: 'unicode',
  doc: 'Characters by their codes, between texts that stay as they are.',
  arguments: {required: 1, whitespace: true},
  options: {trim: flag, ltrim: flag, rtrim: flag},
  run(call) {
    if (call.substitution === undefined) {
      return call.fail('substitution-context', {name: call.name})
    }
    const {attributes} = call.parent
    if (call.options.trim || call.options.ltrim) attributes['ltrim'] = 1
    if (call.options.trim || call.options.rtrim) attributes['rtrim'] = 1
    const texts: Text[] = []
    for (const code of words(call.arguments[0]!.split(comment)[0]!)) {
      const text = unicodeCode(code)
      if (text instanceof Refusal) {
        return call.fail('character-code', {code, problem: text.reason})
      }
      if (text !== '\0') texts.push(new Text(text))
    }
    return texts
  },
})
