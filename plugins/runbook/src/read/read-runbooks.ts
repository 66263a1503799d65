import type {Root} from 'mdast'
import type {VFileMessage} from 'vfile-message'
import type {Runbook} from '../model/runbook.ts'
import {isRunbook, type RawHead} from './read-head.ts'
import {baseName, readRunbook, type RunbookSource} from './read-runbook.ts'

/** A page as the readers of pages give it. */
export interface ReadPage {
  readonly path: string
  readonly tree: Root
  readonly frontMatter: RawHead
}

/** Reads all runbooks among the pages of a site, so that they can link to one another. */
export function readRunbooks(
  pages: readonly ReadPage[],
  options: Pick<RunbookSource, 'vocabulary' | 'outcomeWords' | 'language'> = {},
): {readonly runbooks: readonly Runbook[]; readonly messages: readonly VFileMessage[]} {
  const sources = pages.filter(({frontMatter}) => isRunbook(frontMatter))
  const names = new Set(sources.map(({path}) => baseName(path)))
  const results = sources.map(({path, tree, frontMatter}) =>
    readRunbook({...options, root: tree, head: frontMatter, path, runbooks: names}),
  )
  return {
    runbooks: results.flatMap(({runbook}) => runbook ?? []),
    messages: results.flatMap(({messages}) => messages),
  }
}
