import type {Yaml} from 'mdast'
import {isScalar, parseDocument, visit, type Document, type Scalar} from 'yaml'
import type {Definitions} from '../definitions.ts'
import {type Part, placeIn, rangeOf, type Reading} from './part.ts'
import {resolveText, tokensIn} from './tokens.ts'

/** Resolves tokens in the values of a page's front matter; its other lines stay as they are. */
export function resolveFrontMatter(part: Part, reading: Reading): void {
  const [first] = part.tree.children
  if (first?.type !== 'yaml' || !first.value.includes('|')) return
  const document = parseDocument(quoteTokens(first.value))
  if (document.errors.length) return
  const offset = part.text.indexOf(first.value, rangeOf(first)[0])
  for (const scalar of stringsOf(document)) {
    for (const {name, isDefined} of tokensIn(scalar.value, reading.definitions)) {
      if (!isDefined) complainInField(name, first, offset, part, reading)
    }
  }
  first.value = resolveYaml(document, reading.definitions)
}

function complainInField(
  name: string,
  yaml: Yaml,
  offset: number,
  part: Part,
  reading: Reading,
): void {
  const complaint = reading.definitions.complaint(name)
  if (!complaint) return
  const start = offset + Math.max(yaml.value.indexOf(`|${name}|`), 0)
  const place = placeIn(part, start, start + name.length + 2)
  reading.messages.push({...complaint, place, includedFrom: part.includedFrom})
}

function resolveYaml(document: Document.Parsed, definitions: Definitions): string {
  for (const scalar of stringsOf(document)) scalar.value = resolveText(scalar.value, definitions)
  return document.toString().trimEnd()
}

/** The values, never the names, of fields and lists. */
function stringsOf(document: Document.Parsed): Scalar<string>[] {
  const strings: Scalar<string>[] = []
  visit(document, {
    Scalar(key, node) {
      if (key !== 'key' && isScalar<string>(node) && typeof node.value === 'string') {
        strings.push(node)
      }
    },
  })
  return strings
}

/**
 * Puts quotes around values that start with a token: YAML would take the pipe for the start of a
 * block of text, and fail.
 *
 *     title: |drbd| and its disks
 */
export function quoteTokens(yaml: string): string {
  return yaml.replace(
    /^([ \t]*(?:- |[^\s:#][^:\n]*:[ \t]+))(\|[^\s|](?:[^|\n]*[^\s|])?\|.*)$/gm,
    (_, field: string, value: string) => field + JSON.stringify(value.trimEnd()),
  )
}
