import type {DocumentState} from '../../document.ts'
import {type Element, type Node, Text} from '../../tree.ts'
import {skip, walk} from '../walk.ts'

/** What a page is called. */
export interface PageTitle {
  /** The text of the page's first title. */
  title?: string | undefined
}

/** What other pages may want to know of a page: plain data, which can be kept and compared. */
export interface PageFacts extends PageTitle {
  /** Places with a name that the author gave them. */
  labels: LabelFacts[]
  /** Glossary terms, options, functions and the like. */
  objects: ObjectFacts[]
}

export interface LabelFacts {
  name: string
  id: string
  /** The title or caption of what the label stands before; none if it has none. */
  title?: string
}

export interface ObjectFacts {
  domain: string
  type: string
  name: string
  id: string
  /** What references show, where that is not the name. */
  shown?: string
}

/** Gathers the facts of a document whose targets have been propagated. */
export function factsOf(document: DocumentState): PageFacts {
  const title = pageTitle(document.tree)
  return {
    ...(title ? {title: titleText(title)} : {}),
    labels: labelsOf(document),
    objects: document.objects.map(({domain, type, name, element, shown}) => {
      const {ids, refid} = element.attributes // a target has handed its id on
      const object = {domain, type, name, id: ids?.[0] ?? refid ?? ''}
      return shown === undefined ? object : {...object, shown}
    }),
  }
}

/** The title of a page: that of the document, or else of its first section. */
export function pageTitle(tree: Element): Element | undefined {
  let title: Element | undefined
  walk(tree, (element, parent) => {
    if (title) return skip
    const isPage = parent?.type === 'section' || parent?.type === 'document'
    if (element.type === 'title' && isPage) title = element
  })
  return title
}

/** The text of a title as it is quoted elsewhere: without footnotes, pictures and numbers. */
export function titleText(node: Node): string {
  if (node instanceof Text) return node.value
  return unquoted.has(node.type) ? '' : node.children.map(titleText).join('')
}

const unquoted = new Set(['footnote_reference', 'citation_reference', 'image', 'raw', 'generated'])

function labelsOf(document: DocumentState): LabelFacts[] {
  const labels: LabelFacts[] = []
  for (const [name, isExplicit] of document.nameTypes) {
    const id = isExplicit ? document.nameIds.get(name) : undefined
    const element = id === undefined ? undefined : labelled(document, id)
    if (!element || !isLabelled(element)) continue
    const title = captionOf(element)
    labels.push({
      name,
      id: element.attributes.ids?.[0] ?? id!,
      ...(title === undefined ? {} : {title: titleText(title)}),
    })
  }
  return labels
}

/** The element that has the id; behind a target that points on, the one it points to. */
function labelled(document: DocumentState, id: string): Element | undefined {
  const element = document.ids.get(id)
  const further = element?.type === 'target' ? element.attributes.refid : undefined
  return further === undefined ? element : document.ids.get(further)
}

/** Footnotes, external targets and descriptions of objects have names, but are no labels. */
function isLabelled({type, attributes}: Element): boolean {
  return type !== 'footnote' && attributes.refuri === undefined && !type.startsWith('desc_')
}

/** What names an element where it is referred to. */
function captionOf(element: Element): Node | undefined {
  const {type, children} = element
  if (type === 'section') return children[0]
  if (type === 'rubric') return element
  const caption = captionTypes[type]
  if (caption !== undefined) return children.find((child) => child.type === caption)
  return isTerm(element) ? element : termOf(element)
}

/** Types of elements that have a caption, and the type of that. */
const captionTypes: Readonly<Record<string, string>> = {
  figure: 'caption',
  table: 'title',
  container: 'caption',
  toctree: 'caption',
}

/** The first term of a definition list, a field list or an item of one. */
function termOf(element: Element): Node | undefined {
  const isList = element.type === 'definition_list' || element.type === 'field_list'
  const item = (isList ? element.children[0] : element) as Element | undefined
  const isItem = item?.type === 'definition_list_item' || item?.type === 'field'
  const term = isItem ? (item!.children[0] as Element | undefined) : undefined
  return term && isTerm(term) ? term : undefined
}

function isTerm({type}: Element): boolean {
  return type === 'term' || type === 'field_name'
}
