import {directiveFromMarkdown} from 'mdast-util-directive'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {directive} from 'micromark-extension-directive'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import {parse} from 'yaml'
import {readRunbook, type ReadResult, type RunbookSource} from '../src/index.ts'

/** Reads Markdown the way a site does: GFM, directives, front matter. */
export function readMarkdown(
  markdown: string,
  options: Partial<Omit<RunbookSource, 'root'>> = {},
): ReadResult {
  const root = fromMarkdown(markdown, {
    extensions: [gfm(), frontmatter(['yaml']), directive()],
    mdastExtensions: [
      gfmFromMarkdown(),
      frontmatterFromMarkdown(['yaml']),
      directiveFromMarkdown(),
    ],
  })
  const first = root.children[0]
  const head: unknown = first?.type === 'yaml' ? parse(first.value) : {}
  return readRunbook({
    root,
    head: head as Record<string, unknown>,
    path: 'runbooks/example.md',
    ...options,
  })
}
