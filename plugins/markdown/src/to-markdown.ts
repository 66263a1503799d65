import type {Nodes, Root, RootContent} from 'mdast'
import {stringify} from 'yaml'
import type {Dialect} from './dialect.ts'
import type {Loss} from './losses.ts'
import {lowerers} from './lower/index.ts'
import {State} from './lower/state.ts'
import {verbatim} from './nodes.ts'
import {withFramedTabs} from './theme-tabs.ts'
import {write} from './write.ts'

export interface MarkdownOptions {
  /** Default: `md`. */
  dialect?: Dialect
  frontMatter?: Readonly<Record<string, unknown>>
  /** Modules whose default exports the page imports, by the names it gives them: in MDX only. */
  imports?: ReadonlyMap<string, string>
}

export interface Markdown {
  text: string
  /** In the order of the page; empty where nothing was lost. */
  losses: Loss[]
}

/**
 * Writes a tree, such as `@handrail/rst` and `remark-rst` make of RST, as Markdown with GFM and
 * directives as Docusaurus has them. What Markdown does not have becomes HTML; what that does not
 * have either is named among the losses. The tree is not changed.
 */
export function toMarkdown(tree: Root, options: MarkdownOptions = {}): Markdown {
  const {dialect = 'md', frontMatter = {}, imports = new Map()} = options
  const state = new State(dialect, lowerers)
  const content = state.all(withFramedTabs(tree).children)
  const children = [
    ...head(frontMatter),
    ...importsOf(new Map([...imports, ...state.imports])),
    ...content,
  ] as RootContent[]
  return {text: write({type: 'root', children}, dialect), losses: state.losses}
}

function head(fields: Readonly<Record<string, unknown>>): Nodes[] {
  if (!Object.keys(fields).length) return []
  return [{type: 'yaml', value: stringify(fields).trimEnd()}]
}

function importsOf(imports: ReadonlyMap<string, string>): Nodes[] {
  if (!imports.size) return []
  const lines = [...imports].map(([name, source]) => `import ${name} from '${source}'`)
  return [verbatim(lines.join('\n'))]
}
