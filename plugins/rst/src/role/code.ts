import {unchanged} from '../directive/convert/text.ts'
import {restoreBackslashes} from '../text/escape.ts'
import {Text} from '../tree.ts'
import {role, type RoleSpec} from './spec.ts'

/** A role for code; `readText` says what becomes of the NULs before escaped characters. */
export function codeRole(readText: (text: string) => string): RoleSpec {
  return role({
    name: 'code',
    doc: 'Code in a language that a role based on it may name.',
    options: {language: unchanged},
    run(call) {
      const {language, class: names = []} = call.options
      const classes = ['code', ...names]
      if (language && !classes.includes(language)) classes.push(language)
      const element = call.element('literal', undefined, {classes})
      element.children.push(new Text(readText(call.text)))
      return {nodes: [element], messages: []}
    },
  })
}

export const code = codeRole(restoreBackslashes)
