import type {PhrasingContent} from 'mdast'
import {escaped, startTag} from './dialect.ts'

/** Elements of HTML for nodes of mdast that need nothing else. */
const elements: Readonly<Record<string, string>> = {
  emphasis: 'em',
  strong: 'strong',
  subscript: 'sub',
  superscript: 'sup',
}

/**
 * Words as HTML, in the author's lines; `undefined` where they hold what only Markdown can say: links
 * to pages, pictures and footnotes are looked for by those who read Markdown.
 */
export function inlineHtml(nodes: readonly PhrasingContent[]): string | undefined {
  let html = ''
  for (const node of nodes) {
    const part = htmlOf(node)
    if (part === undefined) return undefined
    html += part
  }
  return html
}

function htmlOf(node: PhrasingContent): string | undefined {
  if (node.type === 'text') return escaped(node.value.replace(/\s*\n\s*/g, '\n'))
  if (node.type === 'inlineCode') return `<code>${escaped(node.value.replace(/\n/g, ' '))}</code>`
  if (node.type === 'break') return '<br>'
  if (node.type === 'anchor') {
    const place = startTag('a', {id: String(node.data?.hProperties?.['id'])}, 'md')
    const inner = inlineHtml(node.children)
    return inner === undefined ? undefined : `${place}</a>${inner}`
  }
  const name = elements[node.type]
  if (!name || !('children' in node)) return undefined
  const inner = inlineHtml(node.children as PhrasingContent[])
  return inner === undefined ? undefined : `<${name}>${inner}</${name}>`
}
