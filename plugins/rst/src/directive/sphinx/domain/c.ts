import {leadingSpace} from '../../../text/whitespace.ts'
import type {ObjectKind, Signature} from './object.ts'

/** Where a declaration has its name: in a pointer to a function, before parameters, or last. */
const places = [
  /\(\s*\*\s*(?<name>\w+)\s*\)/,
  /(?<name>(?:\w+(?:<[^()<>]*>)?(?:::|\.))*(?:~?\w+|operator\s*[^\s(]+))\s*\(/,
  /(?<name>\w+(?:(?:::|\.)\w+)*)\s*(?:[[=:{<].*)?$/,
]

/** Kinds that are named in front of a declaration. */
const keywords: Readonly<Record<string, string>> = {
  struct: 'struct ',
  union: 'union ',
  enum: 'enum ',
  'enum-class': 'enum class ',
  'enum-struct': 'enum struct ',
  enumerator: 'enumerator ',
  class: 'class ',
  concept: 'concept ',
}

/** A type is declared as a name for another one, or by its name alone. */
function typeKeyword(declaration: string): string {
  if (/^(typedef|using)\s/.test(declaration)) return ''
  if (/^[\w:]+$/.test(declaration)) return 'type '
  return /^[\w:]+\s*=/.test(declaration) ? 'using ' : 'typedef '
}

/** `template<…> ` in front of a declaration. */
function templateHead(text: string): string {
  if (!/^template\s*</.test(text)) return ''
  let depth = 0
  for (let at = text.indexOf('<'); at < text.length; at++) {
    if (text[at] === '<') depth++
    else if (text[at] === '>') depth--
    if (depth === 0) return text.slice(0, at + 1 + leadingSpace(text.slice(at + 1)))
  }
  return ''
}

/** Reads declarations of C and C++; `separator` stands between the names of parts. */
function reader(domain: 'c' | 'cpp', type: string, separator: string): ObjectKind['read'] {
  return (text, call): Signature => {
    const head = templateHead(text)
    const declaration = text.slice(head.length)
    const match = places.map((place) => place.exec(declaration)).find(Boolean)
    const name = match?.groups?.['name']
    if (!match || name === undefined) return {before: '', name: text, after: '', fullNames: []}
    const start = match.index + match[0].indexOf(name)
    const outer = call.document.context.get(`${domain}:parent`)
    const fullName = outer === undefined ? name : outer + separator + name
    const keyword = type === 'type' ? typeKeyword(declaration) : (keywords[type] ?? '')
    return {
      before: head + keyword + declaration.slice(0, start),
      name,
      after: declaration.slice(start + name.length),
      fullNames: [fullName],
    }
  }
}

function kinds(domain: 'c' | 'cpp', separator: string, types: readonly string[]): ObjectKind[] {
  const scope = `${domain}:parent`
  return types.map((type) => ({
    domain,
    type,
    idPrefix: domain === 'c' ? 'c.' : 'cpp-',
    scope,
    read: reader(domain, type, separator),
  }))
}

const shared = ['function', 'member', 'var', 'struct', 'union', 'enum', 'enumerator', 'type']

export const cObjects: readonly ObjectKind[] = [
  ...kinds('c', '.', [...shared, 'macro']),
  ...kinds('cpp', '::', [...shared, 'class', 'concept', 'enum-struct', 'enum-class', 'alias']),
]
