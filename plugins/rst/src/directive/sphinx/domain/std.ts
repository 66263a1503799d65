import {directive} from '../../spec.ts'
import type {ObjectKind} from './object.ts'

const whole: ObjectKind['read'] = (text) => ({
  before: '',
  name: text,
  after: '',
  fullNames: [text.replace(/\s+/g, ' ')],
})

/** One of the options in `-f FILE, --file=FILE`: its name, and what follows it. */
const option = /^((?:\/|--|-|\+)?[^\s=]+)(=?\s*.*)/

/** Options are called by their names; those of a program by its name as well. */
const readOption: ObjectKind['read'] = (text, call) => {
  const program = call.document.context.get('std:program')
  const names = text.split(', ').flatMap((part) => {
    const [, name, rest = ''] = option.exec(part.trim()) ?? []
    return name === undefined
      ? []
      : [name.endsWith('[') && rest.endsWith(']') ? name.slice(0, -1) : name]
  })
  const [first = text] = names
  const fullNames = names.map((name) => (program === undefined ? name : `${program} ${name}`))
  return {before: '', name: first, after: text.slice(first.length), fullNames}
}

/** They are described under their names without the domain's. */
export const stdObjects: readonly ObjectKind[] = [
  {domain: 'std', type: 'cmdoption', idPrefix: 'cmdoption-', read: readOption},
  {domain: 'std', type: 'envvar', idPrefix: 'envvar-', read: whole},
  {domain: 'std', type: 'confval', idPrefix: 'confval-', fields: ['type', 'default'], read: whole},
  {domain: 'std', type: 'describe', read: whole},
  {domain: 'std', type: 'object', read: whole},
]

export const program = directive({
  name: 'program',
  doc: 'The program to which the options that follow belong.',
  arguments: {required: 1, whitespace: true},
  run(call) {
    const name = call.arguments[0]!.trim().replace(/\s+/g, '-')
    if (name === 'None') call.document.context.delete('std:program')
    else call.document.context.set('std:program', name)
    return []
  },
})
