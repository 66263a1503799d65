import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'

/**
 * Keeps the language of code blocks that have classes of their own: the classes would take the
 * place of the one from which the theme learns the language.
 */
export function adaptCode(tree: Root): void {
  visit(tree, 'code', ({lang, data}) => {
    const classes = data?.hProperties?.['className']
    if (!lang || !Array.isArray(classes)) return
    data!.hProperties!['className'] = [`language-${lang}`, ...classes]
  })
}
