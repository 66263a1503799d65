import type {ObjectKind} from './object.ts'

/** `prefix.name[types](parameters) -> value` */
const pattern = /^([\w.]*\.)?(\w+)\s*(\[.*\])?\s*(\(.*\)(?:\s*->\s*.*)?)?$/

/** What is shown in front of a name: the options that say something of it, and its kind. */
interface Words {
  /** Options, and the words for them where those are others. */
  options?: Readonly<Record<string, string>>
  kind?: string
}

const method = {final: 'final', abstractmethod: 'abstract', async: 'async'}

/** What is called has parentheses even if nobody wrote them; others have no empty ones. */
const called = new Set(['function', 'method', 'classmethod', 'staticmethod'])

const words: Readonly<Record<string, Words>> = {
  function: {options: {async: 'async'}},
  class: {options: {final: 'final'}, kind: 'class'},
  exception: {options: {final: 'final'}, kind: 'exception'},
  method: {options: {...method, classmethod: 'classmethod', staticmethod: 'static'}},
  classmethod: {options: method, kind: 'classmethod'},
  staticmethod: {options: method, kind: 'static'},
  property: {options: {abstractmethod: 'abstract', classmethod: 'class'}, kind: 'property'},
  type: {kind: 'type'},
}

function python(type: string, scope?: 'py:class'): ObjectKind {
  const kind = {domain: 'py', type, idPrefix: '', read: reader(type)}
  return scope ? {...kind, scope} : kind
}

function reader(type: string): ObjectKind['read'] {
  const sign = type.startsWith('decorator') ? '@' : ''
  return (text, {options, document: {context}}) => {
    const match = pattern.exec(text)
    if (!match) return {before: '', name: text, after: '', fullNames: []}
    const [, written = '', name = ''] = match
    const {module = context.get('py:module')} = options as {module?: string}
    const outer = context.get('py:class')
    const prefix = outer === undefined ? written : withoutClass(written, outer, module)
    const full = qualified(prefix + name, outer ?? module)
    const before = outer !== undefined || written !== '' ? prefix : module ? `${module}.` : ''
    const after = afterName(type, text.slice(written.length + name.length), options)
    const annotation = annotationOf(words[type], options)
    return {annotation, before: sign + before, name, after, fullNames: [full]}
  }
}

function annotationOf(
  {options = {}, kind}: Words = {},
  given: Readonly<Record<string, unknown>>,
): string {
  const said = Object.keys(options).filter((name) => given[name] !== undefined)
  return [...said.map((name) => options[name]), kind, '']
    .filter((word) => word !== undefined)
    .join(' ')
}

/** What stands behind a name: parameters, and the type and value that options give. */
function afterName(
  type: string,
  written: string,
  given: Readonly<Record<string, unknown>>,
): string {
  const {type: typed, value, annotation} = given as Record<string, string | undefined>
  const parameters = called.has(type)
    ? `${written.includes('(') ? '' : '()'}${written}`
    : written.replace(/^\(\)/, '')
  return [
    parameters.replace(/"([^"'\\]*)"/g, "'$1'"),
    typed === undefined ? '' : `: ${typed}`,
    value ? ` = ${value}` : '',
    annotation ? ` ${annotation}` : '',
  ].join('')
}

/** A prefix without the class the description stands in, which is not shown again. */
function withoutClass(prefix: string, outer: string, module: string | undefined): string {
  const inModule = module !== undefined && outer.startsWith(`${module}.`)
  const names = inModule ? [outer, outer.slice(module.length + 1)] : [outer]
  const repeated = names.find((name) => prefix.startsWith(`${name}.`))
  return repeated === undefined ? prefix : prefix.slice(repeated.length + 1)
}

/** The full name of an object in the class or module it is described in. */
function qualified(name: string, parent: string | undefined): string {
  return parent === undefined || name.startsWith(`${parent}.`) ? name : `${parent}.${name}`
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
