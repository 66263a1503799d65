import {unchanged} from '../directive/convert/text.ts'
import {restoreBackslashes} from '../text/escape.ts'
import {Text} from '../tree.ts'
import {role} from './spec.ts'

export const code = role({
  name: 'code',
  doc: 'Code in a language that a role based on it may name.',
  options: {language: unchanged},
  run(call) {
    const {language, class: names = []} = call.options
    const classes = ['code', ...names]
    if (language && !classes.includes(language)) classes.push(language)
    const element = call.element('literal', undefined, {classes})
    element.children.push(new Text(restoreBackslashes(call.text)))
    return {nodes: [element], messages: []}
  },
})
