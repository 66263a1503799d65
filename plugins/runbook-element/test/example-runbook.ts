import {readFileSync} from 'node:fs'
import {type Runbook, readRunbook} from '@handrail/runbook'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {frontmatter} from 'micromark-extension-frontmatter'
import {parse} from 'yaml'

/** The runbook of the fixtures, read the way a site reads it. */
export function exampleRunbook(): Runbook {
  const path = 'fixtures/standby-lost.md'
  const text = readFileSync(new URL(path, import.meta.url), 'utf8')
  const root = fromMarkdown(text, {
    extensions: [frontmatter()],
    mdastExtensions: [frontmatterFromMarkdown()],
  })
  const [head] = root.children
  if (head?.type !== 'yaml') throw new Error('the fixture has no head')
  const {runbook, messages} = readRunbook({root, head: parse(head.value), path})
  if (!runbook || messages.length) throw new Error(messages.join('\n'))
  return runbook
}
