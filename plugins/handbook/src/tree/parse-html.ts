import {decodeNamedCharacterReference} from 'decode-named-character-reference'

/** What raw HTML is made of, as far as print cares. */
export type HtmlToken =
  | {readonly kind: 'open'; readonly name: string; readonly attributes: HtmlAttributes}
  | {readonly kind: 'close'; readonly name: string}
  | {readonly kind: 'text'; readonly value: string}

export type HtmlAttributes = Readonly<Record<string, string>>

const token =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<\/([a-z][\w:-]*)[^>]*>|<([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g
/** Elements whose content is no text. */
const rawText = /^(?:script|style|template)$/

/**
 * Splits raw HTML into tags and text, tolerantly: it is not a browser's parser, and what is no tag
 * is text. Comments, declarations, scripts and styles leave nothing.
 */
export function parseHtml(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  let end = 0
  let silent: string | undefined
  for (const match of html.matchAll(token)) {
    if (!silent) pushText(tokens, html.slice(end, match.index))
    end = match.index + match[0].length
    const [, closing, opening, attributes = ''] = match
    if (silent) {
      if (closing?.toLowerCase() === silent) silent = undefined
    } else if (closing) {
      tokens.push({kind: 'close', name: closing.toLowerCase()})
    } else if (opening) {
      const name = opening.toLowerCase()
      if (rawText.test(name)) silent = name
      else tokens.push(...openTag(name, attributes))
    }
  }
  if (!silent) pushText(tokens, html.slice(end))
  return tokens
}

function openTag(name: string, source: string): HtmlToken[] {
  const open: HtmlToken = {kind: 'open', name, attributes: parseAttributes(source)}
  return isVoid(name) ? [open, {kind: 'close', name}] : [open]
}

/** Elements that have no content and no closing tag. */
function isVoid(name: string): boolean {
  return /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(name)
}

function parseAttributes(source: string): HtmlAttributes {
  const pairs = [...source.matchAll(attribute)].map(([, name, quoted = '']) => [
    name!.toLowerCase(),
    decode(quoted.replace(/^(["'])([\s\S]*)\1$/, '$2')),
  ])
  return Object.fromEntries(pairs) as HtmlAttributes
}

function pushText(tokens: HtmlToken[], source: string): void {
  if (source !== '') tokens.push({kind: 'text', value: decode(source)})
}

function decode(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]*));/gi,
    (whole, hex, dec, name) =>
      name ? decodeNamedCharacterReference(name) || whole : numeric(hex ? parseInt(hex, 16) : +dec),
  )
}

function numeric(codePoint: number): string {
  return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd'
}
