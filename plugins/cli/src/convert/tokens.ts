import {tokenNode} from '@handrail/markdown'
import type {Load, LoadedFile} from '@handrail/rst'
import type {Nodes, Root} from 'mdast'
import type {FileLoader} from 'remark-rst/files'

/** A definition with all its lines. */
const definition = /^\.\.[ \t]+\|([^|\n]+)\|[ \t]+[\w-]+::.*(?:\n[ \t]+\S.*)*$/gm
/** What stands for a token in a tree: two characters that no text has, and a number between. */
const mark = /\uE000(\d+)\uE001/

/**
 * Keeps the tokens of a site's substitution files through the parser: there each stands for a mark
 * of its own, which then is where the author wrote the token.
 */
export class KeptTokens {
  /** The files of the site, with marks in the place of definitions. */
  readonly files: FileLoader
  private readonly names: string[] = []
  private readonly prolog: ReadonlySet<string>
  private readonly marked = new WeakMap<LoadedFile, LoadedFile>()

  constructor(files: FileLoader, prolog: readonly string[]) {
    this.prolog = new Set(prolog)
    const watched: FileLoader['watched'] = (look) => this.marking(files.watched(look))
    this.files = Object.assign(this.marking(files), {watched})
  }

  private marking(load: Load): Load {
    return (request) => {
      const file = load(request)
      const isProlog = this.prolog.has(request.path) || this.prolog.has(request.document)
      return isProlog && 'text' in file ? this.withMarks(file) : file
    }
  }

  /** The parser takes the same object for the same file. */
  private withMarks(file: Extract<LoadedFile, {text: string}>): LoadedFile {
    let marked = this.marked.get(file)
    if (!marked) {
      const text = file.text.replace(definition, (_, name: string) => {
        const index = this.names.push(name) - 1
        return `.. |${name}| replace:: \uE000${index}\uE001`
      })
      this.marked.set(file, (marked = {...file, text}))
    }
    return marked
  }

  /** Puts tokens in the place of marks. */
  restore(tree: Root): Root {
    return this.inNode(tree) as Root
  }

  /** A text with its tokens as they were written. */
  text(value: string): string {
    return value.replace(new RegExp(mark, 'g'), (_, index: string) => `|${this.nameOf(index)}|`)
  }

  private inNode(node: Nodes): Nodes {
    if (node.type === 'image') return {...node, alt: this.text(node.alt ?? '')}
    if (!('children' in node)) return node
    return {...node, children: node.children.flatMap((child) => this.inChild(child))} as Nodes
  }

  private inChild(node: Nodes): Nodes[] {
    if (node.type !== 'text') return [this.inNode(node)]
    // Split at a pattern with a group: every other part is the number of a token.
    return node.value.split(mark).flatMap((part, index): Nodes[] => {
      if (index % 2) return [tokenNode(this.nameOf(part))]
      return part ? [{type: 'text', value: part}] : []
    })
  }

  private nameOf(index: string): string {
    return this.names[Number(index)]!
  }
}
