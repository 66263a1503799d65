import GithubSlugger from 'github-slugger'
import type {Nodes, PhrasingContent} from 'mdast'
import {type Attributes, type Dialect, startTag} from '../dialect.ts'
import {inlineHtml} from '../inline-html.ts'
import {type Loss, lossOf} from '../losses.ts'
import {verbatim} from '../nodes.ts'

/** Makes what Markdown has of a node that it does not. */
export type Lower<N extends Nodes = Nodes> = (node: N, state: State) => Nodes[]

export type Lowerers = {[T in Nodes['type']]?: Lower<Extract<Nodes, {type: T}>>}

/** Nodes whose lowerers see to their ids, and those that are linked to otherwise. */
const withOwnPlaces = new Set<Nodes['type']>([
  ...(['heading', 'anchor', 'definitionTerm', 'footnoteDefinition', 'footnoteReference'] as const),
])

/** Blocks whose classes Markdown does not have; what becomes an element keeps them. */
const classedBlocks: Partial<Record<Nodes['type'], string>> = {
  blockquote: 'a quotation',
  list: 'a list',
  spanTable: 'a table',
  table: 'a table',
}

/** One page on its way to Markdown. */
export class State {
  readonly dialect: Dialect
  readonly losses: Loss[] = []
  /** Components of the theme that the page uses, by name. */
  readonly imports = new Map<string, string>()
  private readonly lowerers: Lowerers
  private readonly slugger = new GithubSlugger()

  constructor(dialect: Dialect, lowerers: Lowerers) {
    this.dialect = dialect
    this.lowerers = lowerers
  }

  /** What the nodes become, in order, behind the places that links lead to. */
  all(nodes: readonly Nodes[]): Nodes[] {
    if (nodes.some(isBlock)) return this.blocks(nodes)
    return joined(nodes.flatMap((node) => [...this.places(placesOf(node)), ...this.one(node)]))
  }

  /** Several places of one block stand side by side. */
  private blocks(nodes: readonly Nodes[]): Nodes[] {
    const result: Nodes[] = []
    let ids: string[] = []
    const endPlaces = (): void => {
      if (ids.length) result.push(paragraph(this.places(ids)))
      ids = []
    }
    for (const node of nodes) {
      if (node.type === 'anchor' && !node.children.length) {
        ids.push(...idOf(node))
        continue
      }
      ids.push(...placesOf(node))
      endPlaces()
      this.loseClasses(node)
      result.push(...this.one(node))
    }
    endPlaces()
    return result
  }

  private loseClasses(node: Nodes): void {
    const name = classedBlocks[node.type]
    const classes = classesOf(node)
    if (name && classes.length) this.lose(`the classes ${classes.join(' ')} of ${name}`, node)
  }

  /** Places that links lead to: Docusaurus takes note of ids of `a`. */
  places(ids: readonly string[]): PhrasingContent[] {
    return ids.flatMap((id) => [this.tag('a', {id}), verbatim('</a>')]) as PhrasingContent[]
  }

  one(node: Nodes): Nodes[] {
    const lower = this.lowerers[node.type] as Lower | undefined
    if (lower) return lower(node, this)
    if (!('children' in node)) return [node]
    return [{...node, children: this.all(node.children)} as Nodes]
  }

  lose(what: string, node: Nodes): void {
    this.losses.push(lossOf(what, node))
  }

  /** Whether a title of these words gets that id by itself; one that does not takes no number. */
  isSlug(id: string | undefined, words: string): boolean {
    const before = {...this.slugger.occurrences}
    const slug = this.slugger.slug(words)
    if (id === undefined || id === slug) return true
    this.slugger.occurrences = before
    return false
  }

  tag(name: string, attributes: Attributes = {}): Nodes {
    return verbatim(startTag(name, attributes, this.dialect))
  }

  /**
   * An HTML element around blocks: its tags stand on lines of their own, so that what is between
   * them is read as Markdown.
   */
  element(name: string, attributes: Attributes, children: readonly Nodes[]): Nodes[] {
    return [this.tag(name, attributes), ...children, verbatim(`</${name}>`)]
  }

  /**
   * An HTML element around blocks or words. Words alone stand on its line: in MDX as Markdown, else
   * as HTML, if they can be; a lone paragraph counts as words.
   */
  shortElement(name: string, attributes: Attributes, children: readonly Nodes[]): Nodes[] {
    const words = wordsOf(children)
    const html = words && this.dialect === 'md' ? inlineHtml(words) : undefined
    const start = startTag(name, attributes, this.dialect)
    const end = `</${name}>`
    if (html !== undefined) return [verbatim(start + html + end)]
    if (!words || this.dialect === 'md') {
      return this.element(name, attributes, this.all(words ? [paragraph(words)] : children))
    }
    const inner = [verbatim(start), ...this.all(inOneLine(words)), verbatim(end)]
    return [paragraph(inner as PhrasingContent[])]
  }
}

/** The id of a node, if it has one. */
export function idOf({data}: Nodes): string[] {
  const id = data?.hProperties?.['id']
  return typeof id === 'string' ? [id] : []
}

export function classesOf({data}: Nodes): string[] {
  return [data?.hProperties?.['className'] ?? []].flat().map(String)
}

function placesOf(node: Nodes): string[] {
  return withOwnPlaces.has(node.type) ? [] : idOf(node)
}

/** Texts side by side, made one: what a text has to hide depends on what is beside it. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const result: Nodes[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type !== 'text' || last?.type !== 'text') result.push(node)
    else result[result.length - 1] = {...last, value: last.value + node.value}
  }
  return result
}

export function paragraph(children: readonly PhrasingContent[]): Nodes {
  return {type: 'paragraph', children: [...children]}
}

const blocks = new Set<Nodes['type']>([
  ...(['paragraph', 'heading', 'list', 'blockquote', 'code', 'table', 'thematicBreak'] as const),
  ...(['containerDirective', 'leafDirective', 'definitionList', 'spanTable', 'figure'] as const),
  ...(['lineBlock', 'parsedLiteral', 'math', 'footnoteDefinition', 'component'] as const),
])

function isBlock({type}: Nodes): boolean {
  return blocks.has(type)
}

/** The content of a lone paragraph, or nodes of which none is a block. */
function wordsOf(children: readonly Nodes[]): PhrasingContent[] | undefined {
  const [only] = children
  if (children.length === 1 && only?.type === 'paragraph' && !only.data?.hProperties) {
    return only.children
  }
  const isFlow = children.some((child) => isBlock(child) || child.type === 'html')
  return isFlow ? undefined : (children as PhrasingContent[])
}

/** Words with spaces for the ends of lines, where a line is all there is. */
export function inOneLine<N extends Nodes>(nodes: readonly N[]): N[] {
  return nodes.map((node): N => {
    if (node.type === 'text') return {...node, value: node.value.replace(/\s*\n\s*/g, ' ')}
    if (!('children' in node)) return node
    return {...node, children: inOneLine(node.children)}
  })
}
