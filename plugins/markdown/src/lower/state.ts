import GithubSlugger from 'github-slugger'
import type {Nodes, PhrasingContent} from 'mdast'
import {type Dialect, startTag} from '../dialect.ts'
import {inlineHtml} from '../inline-html.ts'
import {type Loss, lossOf} from '../losses.ts'
import {verbatim} from '../nodes.ts'

/** Makes what Markdown has of a node that it does not. */
export type Lower<N extends Nodes = Nodes> = (node: N, state: State) => Nodes[]

export type Lowerers = {[T in Nodes['type']]?: Lower<Extract<Nodes, {type: T}>>}

type Attributes = Parameters<typeof startTag>[1]

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

  /** What the nodes become, in order. */
  all(nodes: readonly Nodes[]): Nodes[] {
    return nodes.flatMap((node) => this.one(node))
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

function paragraph(children: readonly PhrasingContent[]): Nodes {
  return {type: 'paragraph', children: [...children]}
}

const blocks = new Set<Nodes['type']>([
  ...(['paragraph', 'heading', 'list', 'blockquote', 'code', 'table', 'thematicBreak'] as const),
  ...(['containerDirective', 'leafDirective', 'definitionList', 'spanTable', 'figure'] as const),
  ...(['lineBlock', 'parsedLiteral', 'math', 'html', 'footnoteDefinition', 'component'] as const),
])

/** The content of a lone paragraph, or nodes of which none is a block. */
function wordsOf(children: readonly Nodes[]): PhrasingContent[] | undefined {
  const [only] = children
  if (children.length === 1 && only?.type === 'paragraph' && !only.data?.hProperties) {
    return only.children
  }
  return children.some(({type}) => blocks.has(type)) ? undefined : (children as PhrasingContent[])
}

/** Words with spaces for the ends of lines, where a line is all there is. */
export function inOneLine<N extends Nodes>(nodes: readonly N[]): N[] {
  return nodes.map((node): N => {
    if (node.type === 'text') return {...node, value: node.value.replace(/\s*\n\s*/g, ' ')}
    if (!('children' in node)) return node
    return {...node, children: inOneLine(node.children)}
  })
}
