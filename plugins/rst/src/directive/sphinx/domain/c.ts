import type {ObjectKind, Signature} from './object.ts'

/** Where a declaration has its name: in a pointer to a function, before parameters, or last. */
const places = [
  /\(\s*\*\s*(?<name>\w+)\s*\)/,
  /(?<name>(?:\w+(?:<[^()<>]*>)?(?:::|\.))*(?:~?\w+|operator\s*[^\s(]+))\s*\(/,
  /(?<name>\w+(?:(?:::|\.)\w+)*)\s*(?:[[=:{<].*)?$/,
]

/** Reads declarations of C and C++; `separator` stands between the names of parts. */
function reader(domain: 'c' | 'cpp', separator: string): ObjectKind['read'] {
  return (text, call): Signature => {
    const match = places.map((place) => place.exec(text)).find(Boolean)
    const name = match?.groups?.['name']
    if (!match || name === undefined) return {before: '', name: text, after: '', fullNames: []}
    const start = match.index + match[0].indexOf(name)
    const outer = call.document.context.get(`${domain}:parent`)
    const fullName = outer === undefined ? name : outer + separator + name
    return {
      before: text.slice(0, start),
      name,
      after: text.slice(start + name.length),
      fullNames: [fullName],
    }
  }
}

function kinds(domain: 'c' | 'cpp', separator: string, types: readonly string[]): ObjectKind[] {
  const scope = `${domain}:parent`
  const read = reader(domain, separator)
  return types.map((type) => ({
    domain,
    type,
    idPrefix: domain === 'c' ? 'c.' : 'cpp-',
    scope,
    read,
  }))
}

const shared = ['function', 'member', 'var', 'struct', 'union', 'enum', 'enumerator', 'type']

export const cObjects: readonly ObjectKind[] = [
  ...kinds('c', '.', [...shared, 'macro']),
  ...kinds('cpp', '::', [...shared, 'class', 'concept', 'enum-struct', 'enum-class', 'alias']),
]
