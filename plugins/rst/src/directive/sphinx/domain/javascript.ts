import type {ObjectKind} from './object.ts'

/** `prefix.name(parameters)` */
const pattern = /^(.*?[.\s])?([\w$]+)(\s*\(.*\).*)?$/

const read: ObjectKind['read'] = (text, call) => {
  const match = pattern.exec(text)
  if (!match) return {before: '', name: text, after: '', fullNames: []}
  const [, before = '', name = '', after = ''] = match
  const written = before.slice(before.search(/[^\s]*$/)) + name
  const outer = call.document.context.get('js:object') ?? call.document.context.get('js:module')
  return {before, name, after, fullNames: [outer === undefined ? written : `${outer}.${written}`]}
}

function javascript(type: string, scope?: 'js:object'): ObjectKind {
  const kind = {domain: 'js', type, idPrefix: '', read}
  return scope ? {...kind, scope} : kind
}

export const javascriptObjects: readonly ObjectKind[] = [
  javascript('function', 'js:object'),
  javascript('method', 'js:object'),
  javascript('class', 'js:object'),
  javascript('data'),
  javascript('attribute'),
]
