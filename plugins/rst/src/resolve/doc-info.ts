import type {DocumentState} from '../document.ts'
import {makeId, normalizeName} from '../text/name.ts'
import {addTo, Element, type Node, textElement, textOf} from '../tree.ts'
import {authorsOf, separators} from './authors.ts'
import {preBibliographic} from './category.ts'
import {cleanKeywords} from './keywords.ts'
import {labels} from './labels.ts'
import {firstOtherThan} from './promote-title.ts'
import {report} from './report.ts'
import {restoreInitial} from './restore-initial.ts'
import type {Transform} from './spec.ts'

/** Makes a field list at the top of a document its bibliographic data. */
export const docInfo: Transform = {
  name: 'DocInfo',
  priority: 340,
  doc: 'Makes the field list at the top of a document its bibliographic data.',
  apply(document) {
    const {tree} = document
    const index = firstOtherThan(tree, preBibliographic)
    const fields = tree.children[index]
    if (!(fields instanceof Element) || fields.type !== 'field_list') return
    const data = bibliography(document, fields)
    tree.children.splice(index, 1)
    const after = firstOtherThan(tree, heads)
    tree.children.splice(after < 0 ? tree.children.length : after, 0, ...data)
  },
}

const heads = new Set(['title', 'subtitle', 'rubric', 'decoration', 'meta'])

/** Fields whose paragraph becomes an element of the same name. */
const texts = new Set([
  ...['author', 'organization', 'address', 'contact', 'version', 'revision', 'status', 'date'],
  'copyright',
])

/** Fields that become topics behind the others. */
const topicNames = ['dedication', 'abstract'] as const

function bibliography(document: DocumentState, fields: Element): Element[] {
  const docinfo = new Element('docinfo')
  const topics = new Map<string, Element>()
  for (const field of fields.children as Element[]) {
    const element = extract(document, field, topics)
    if (element === undefined) docinfo.children.push(asField(field))
    else if (element.type !== 'topic') docinfo.children.push(element)
  }
  const ordered = topicNames.flatMap((name) => topics.get(name) ?? [])
  return docinfo.children.length > 0 ? [docinfo, ...ordered] : ordered
}

/** The element a field becomes; none if it stays a field. Topics go to `topics` as well. */
function extract(
  document: DocumentState,
  field: Element,
  topics: Map<string, Element>,
): Element | undefined {
  const body = field.children[1] as Element
  const name = nameOf(field)
  const kind = normalizeName(name)
  const isTopic = kind === 'dedication' || kind === 'abstract'
  if (!texts.has(kind) && kind !== 'authors' && !isTopic) return undefined
  if (body.children.length === 0) {
    body.children.push(report(document, 'field-empty', {name}, field))
    return undefined
  }
  if (kind === 'authors') return authorsFrom(document, field, body, name)
  if (!isTopic) return textFrom(document, field, body, name)
  if (topics.has(kind)) {
    body.children.push(report(document, 'field-repeated', {name}, field))
    return undefined
  }
  const topic = new Element('topic', {classes: [kind]}, body.children, field.line)
  topic.children = [textElement('title', labels[kind]!), ...body.children]
  topics.set(kind, topic)
  return topic
}

/** A field's name, or what of it stands before any markup. */
function nameOf(field: Element): string {
  const [first] = (field.children[0] as Element).children
  return first ? textOf(first) : ''
}

function textFrom(
  document: DocumentState,
  field: Element,
  body: Element,
  name: string,
): Element | undefined {
  const children = restoreInitial(body) ?? body.children
  const [paragraph] = children
  if (children.length !== 1 || !isParagraph(paragraph)) {
    const content = describe(body.children)
    body.children.push(report(document, 'field-compound', {name, content}, field))
    return undefined
  }
  cleanKeywords(paragraph)
  const type = normalizeName(name)
  const attributes = type === 'address' ? {'xml:space': 'preserve'} : {}
  return new Element(type, attributes, paragraph.children, field.line)
}

function isParagraph(node: Node | undefined): node is Element {
  return node?.type === 'paragraph'
}

/** What a field holds, as docutils words it. */
function describe(children: readonly Node[]): string {
  const tags = children.filter(({type}) => type !== 'system_message').map(({type}) => `<${type}>`)
  return tags.length > 1 ? `[${tags.join(', ')}]` : `a ${tags[0]}`
}

function authorsFrom(
  document: DocumentState,
  field: Element,
  body: Element,
  name: string,
): Element | undefined {
  const authors = authorsOf(body)
  if (authors) {
    const elements = authors.map((content) => new Element('author', {}, content, field.line))
    return new Element('authors', {}, elements, field.line)
  }
  const values = {name, separators: separators.join('')}
  body.children.push(report(document, 'field-authors', values, field))
  return undefined
}

/** A field that is not bibliographic, or not as it should be, stays one, with its name as class. */
function asField(field: Element): Element {
  const body = field.children[1] as Element
  const [paragraph] = body.children
  if (body.children.length === 1 && isParagraph(paragraph)) cleanKeywords(paragraph)
  const name = makeId(normalizeName(nameOf(field)))
  if (name !== '') addTo(field, 'classes', name)
  return field
}
