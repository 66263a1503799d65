import type {ObjectKind, Signature} from './object.ts'

/** `prefix.name[types](parameters) -> value` */
const pattern = /^([\w.]*\.)?(\w+)\s*(\[.*\])?\s*(\(.*\)(?:\s*->\s*.*)?)?$/

const read: ObjectKind['read'] = (text, call): Signature => {
  const match = pattern.exec(text)
  if (!match) return {before: '', name: text, after: '', fullNames: []}
  const [, before = '', name = ''] = match
  const {type, value, module} = call.options as Record<string, string | undefined>
  const typed = type === undefined ? '' : `: ${type}`
  const after = text.slice(before.length + name.length) + typed + (value ? ` = ${value}` : '')
  const {context} = call.document
  const outer = module ?? context.get('py:module')
  const full = qualified(before + name, context.get('py:class'), outer)
  return {before, name, after, fullNames: [full]}
}

/** The full name of an object in the class and module it is described in. */
function qualified(name: string, outer: string | undefined, module: string | undefined): string {
  const parent = outer ?? module
  return parent === undefined || name.startsWith(`${parent}.`) ? name : `${parent}.${name}`
}

function python(type: string, scope?: 'py:class'): ObjectKind {
  const kind = {domain: 'py', type, idPrefix: '', read}
  return scope ? {...kind, scope} : kind
}

export const pythonObjects: readonly ObjectKind[] = [
  python('function'),
  python('data'),
  python('class', 'py:class'),
  python('exception', 'py:class'),
  python('method'),
  python('classmethod'),
  python('staticmethod'),
  python('attribute'),
  python('property'),
  python('decorator'),
  python('decoratormethod'),
  python('type'),
]
