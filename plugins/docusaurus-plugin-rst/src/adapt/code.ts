import type {Code, Nodes, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'

/** Gives code blocks what the theme reads: the language as a class, the title in the meta text. */
export function adaptCode(tree: Root): void {
  visit(tree, 'code', keepLanguage)
  visit(tree, 'figure', (figure, index, parent) => {
    const titled = titledCode(figure.children)
    if (titled && parent && index !== undefined) parent.children[index] = titled
  })
}

/** Classes of a block's own would take the place of the one from which the theme has the language. */
function keepLanguage({lang, data}: Code): void {
  const classes = data?.hProperties?.['className']
  if (lang && Array.isArray(classes)) {
    data!.hProperties!['className'] = [`language-${lang}`, ...classes]
  }
}

/** A caption over code alone is the title of the block, if it can stand in quotes. */
function titledCode([caption, code, ...rest]: readonly Nodes[]): Code | undefined {
  if (caption?.type !== 'figureCaption' || code?.type !== 'code' || rest.length) return undefined
  const isPlain = caption.children.every(({type}) => type === 'text')
  const title = toString(caption)
  if (!isPlain || title.includes('"')) return undefined
  return {...code, meta: [`title="${title}"`, code.meta].filter(Boolean).join(' ')}
}
