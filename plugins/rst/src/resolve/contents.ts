import type {DocumentState} from '../document.ts'
import {Element, type Node, Text} from '../tree.ts'
import {copyOf, shallowCopyOf} from './copy.ts'
import {Replacements} from './replacements.ts'
import type {Transform} from './spec.ts'
import {Ancestry, elementsOf} from './walk.ts'

/** Fills the topics of `contents` directives with the titles of the sections. */
export const contents: Transform = {
  name: 'Contents',
  priority: 720,
  doc: 'Lists the titles of the sections where a `contents` directive asks for it.',
  apply(document, pending) {
    if (pending.length === 0) return
    const ancestry = new Ancestry(document.tree)
    const replacements = new Replacements()
    for (const directive of pending) {
      const topic = ancestry.parentOf(directive)!
      const list = contentsFor(document, directive, topic, ancestry)
      if (list) replacements.replace(directive, [list])
      else replacements.remove(topic)
    }
    replacements.apply(document.tree)
  },
}

/** The options of the directive. */
interface Details {
  local?: unknown
  depth?: number
  backlinks?: 'entry' | 'top' | null
}

function contentsFor(
  document: DocumentState,
  directive: Element,
  topic: Element,
  ancestry: Ancestry,
): Element | undefined {
  const details = (directive.data?.details ?? {}) as Details
  const {depth = Infinity, backlinks = document.settings.toc_backlinks} = details
  const root = 'local' in details ? sectionAround(topic, ancestry) : document.tree
  const back = backlinks === 'top' ? topic.attributes.ids![0]! : backlinks === 'entry'
  return listOf(document, root, {depth, back}, 1)
}

/** The nearest section around the topic, or the document. */
function sectionAround(topic: Element, ancestry: Ancestry): Element {
  let element = ancestry.parentOf(topic)!
  while (element.type !== 'section' && element.type !== 'document') {
    element = ancestry.parentOf(element)!
  }
  return element
}

/** `back`: whether a title links back to its entry, or the id that it links to instead. */
interface Plan {
  depth: number
  back: boolean | string
}

function listOf(
  document: DocumentState,
  parent: Element,
  plan: Plan,
  level: number,
): Element | undefined {
  const sections = parent.children.filter(isSection)
  if (sections.length === 0) return undefined
  const items = sections.map((section) => itemFor(document, section, plan, level))
  const list = new Element('bullet_list', {}, items)
  const numbered = (sections[sections.length - 1]!.children[0] as Element).attributes.auto
  if (numbered) list.attributes.classes = ['auto-toc']
  return list
}

function isSection(node: Node): node is Element {
  return node.type === 'section'
}

function itemFor(document: DocumentState, section: Element, plan: Plan, level: number): Element {
  const [title] = section.children as [Element]
  const refid = section.attributes.ids![0]!
  const entry = new Element('reference', {refid}, title.children.flatMap(entryText))
  const id = document.setId(entry, undefined, 'toc-entry')
  if (plan.back !== false && elementsOf(title, 'reference').length === 0) {
    title.attributes.refid = plan.back === true ? id : plan.back
  }
  const item = new Element('list_item', {}, [new Element('paragraph', {}, [entry])])
  const nested = level < plan.depth && listOf(document, section, plan, level + 1)
  if (nested) item.children.push(nested)
  return item
}

/** What of a title's content an entry shows: no links and no footnotes, images as their text. */
function entryText(node: Node): Node[] {
  if (node instanceof Text) return [copyOf(node)]
  switch (node.type) {
    case 'footnote_reference':
    case 'citation_reference':
      return []
    case 'image':
      return node.attributes['alt'] === undefined ? [] : [new Text(String(node.attributes['alt']))]
    case 'problematic':
    case 'reference':
    case 'target':
      return node.children.flatMap(entryText)
    default: {
      const copy = shallowCopyOf(node)
      copy.children = node.children.flatMap(entryText)
      return [copy]
    }
  }
}
