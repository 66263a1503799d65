import type {ObjectKind} from './object.ts'

/** `prefix.name(parameters)` */
const pattern = /^(.*?[.\s])?([\w$]+)(\s*\(.*\).*)?$/

/** What can be called has parentheses, even if nobody wrote them. */
const called = new Set(['function', 'method', 'class'])

function reader(type: string): ObjectKind['read'] {
  return (text, {document: {context}}) => {
    const match = pattern.exec(text)
    if (!match) return {before: '', name: text, after: '', fullNames: []}
    const [, written = '', name = '', parameters = called.has(type) ? '()' : ''] = match
    const module = context.get('js:module')
    const inModule = module === undefined ? '' : `${module}.`
    const outer = context.get('js:object')
    const full = (outer === undefined ? inModule : `${outer}.`) + written + name
    const shown = outer?.startsWith(inModule) ? outer.slice(inModule.length) : outer
    const before = shown === undefined ? written || inModule : `${shown}.${written}`
    const annotation = type === 'class' ? 'class ' : ''
    return {annotation, before, name, after: parameters, fullNames: [full]}
  }
}

function javascript(type: string, scope?: 'js:object'): ObjectKind {
  const kind = {domain: 'js', type, idPrefix: '', read: reader(type)}
  return scope ? {...kind, scope} : kind
}

export const javascriptObjects: readonly ObjectKind[] = [
  javascript('function', 'js:object'),
  javascript('method', 'js:object'),
  javascript('class', 'js:object'),
  javascript('data'),
  javascript('attribute'),
]
