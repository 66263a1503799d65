import {directiveFromMarkdown} from 'mdast-util-directive'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {directive} from 'micromark-extension-directive'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import {parse} from 'yaml'
import {
  type RawHead,
  type ReadPage,
  readRunbook,
  type ReadResult,
  type RunbookSource,
} from '../src/index.ts'

/** Parses Markdown the way a site does: GFM, directives, front matter. */
export function parseMarkdown(markdown: string): Pick<ReadPage, 'tree' | 'frontMatter'> {
  const tree = fromMarkdown(markdown, {
    extensions: [gfm(), frontmatter(['yaml']), directive()],
    mdastExtensions: [
      gfmFromMarkdown(),
      frontmatterFromMarkdown(['yaml']),
      directiveFromMarkdown(),
    ],
  })
  const first = tree.children[0]
  const head: unknown = first?.type === 'yaml' ? parse(first.value) : {}
  return {tree, frontMatter: head as RawHead}
}

/** Reads Markdown as a runbook. */
export function readMarkdown(
  markdown: string,
  options: Partial<Omit<RunbookSource, 'root'>> = {},
): ReadResult {
  const {tree, frontMatter} = parseMarkdown(markdown)
  return readRunbook({root: tree, head: frontMatter, path: 'runbooks/example.md', ...options})
}
