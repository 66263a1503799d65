import {rmSync} from 'node:fs'
import {toString} from 'mdast-util-to-string'
import {siteReader, siteSettings} from 'remark-rst/site'
import {afterAll, expect, it} from 'vitest'
import {givenIds} from '../src/given-ids.ts'
import {writeSite} from './site.ts'

const headings = '# A `title` {#top}\n\n## Plain\n\n> ## Within {#in-side}\n'
const site = writeSite({
  'docs/a.md': headings,
  'docs/b.mdx': `${headings}\n## New {/* #new */}\n\n{1 + 1}\n`,
})
afterAll(() => rmSync(site, {recursive: true}))
const reader = siteReader(site, siteSettings(site))

function ids(path: string): string[] {
  const found: string[] = []
  const visit = (node: {type: string; children?: unknown[]; data?: {id?: string}}) => {
    if (node.type === 'heading') found.push(`${toString(node)}: ${node.data?.id ?? ''}`)
    node.children?.forEach((child) => visit(child as never))
  }
  visit(givenIds(reader.read(path)!.tree) as never)
  return found
}

it('takes the ids of headings off their words, in Markdown and in MDX', () => {
  expect(ids('docs/a.md')).toEqual(['A title: top', 'Plain: ', 'Within: in-side'])
  expect(ids('docs/b.mdx')).toEqual(['A title: top', 'Plain: ', 'Within: in-side', 'New: new'])
})
