import type {Root} from 'mdast'
import type {Parser, Processor} from 'unified'
import {VFile} from 'vfile'
import {adapt} from './adapt/index.ts'
import {theEngine} from './engine-state.ts'

/**
 * The unified plugin that content plugins run first: `.rst` is not parsed as Markdown but taken
 * from the engine; in Markdown, includes and tokens are resolved.
 */
export function remarkPages(this: Processor) {
  const markdown = this.parser as Parser<Root>
  const parseMarkdown = (text: string, path: string): Root =>
    markdown(text, new VFile({path, value: text}))

  this.parser = (text, file) =>
    theEngine().isRst(file.path) ? theEngine().tree(file.path, text) : markdown(text, file)

  return (tree: Root, file: VFile): void => {
    if (!theEngine().isRst(file.path)) theEngine().resolve(tree, file, parseMarkdown)
  }
}

/** The unified plugin that they run last before Docusaurus' own: it makes trees fit for those. */
export function remarkAdapt() {
  return (tree: Root, file: VFile): void => adapt(tree, file.path, theEngine())
}
