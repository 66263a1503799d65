import {type Element, isElement, type Node, Text} from '../../tree.ts'
import {preBibliographic} from '../category.ts'
import {firstOtherThan} from '../promote-title.ts'

/** A page's data: the fields of the list at its top, text by name; a bullet list is a list. */
export type PageData = Record<string, string | string[]>

/**
 * Reads the field list at the top of a page: before the title, where it is never part of the text
 * (Sphinx), or right after it (docutils). There it is taken out of the page if all its fields are
 * in `names`: data then, not text.
 */
export function takePageData(tree: Element, names: ReadonlySet<string>): PageData {
  const index = firstOtherThan(tree, preBibliographic)
  const first = tree.children[index]
  if (!isElement(first)) return {}
  if (first.type === 'field_list') {
    tree.children.splice(index, 1)
    return read(first)
  }
  if (first.type !== 'section') return {}
  const inside = firstOtherThan(first, preBibliographic)
  const fields = first.children[inside]
  if (!isElement(fields, 'field_list')) return {}
  const data = read(fields)
  if (Object.keys(data).every((name) => names.has(name))) first.children.splice(inside, 1)
  return data
}

function read(fields: Element): PageData {
  const data: PageData = {}
  for (const field of fields.children as Element[]) {
    const [name, body] = field.children as [Element, Element]
    const key = plain(name)
    if (key !== '__proto__') data[key] = value(body)
  }
  return data
}

/** Without what there is to say about it: `:slug: /` could be meant as an overline. */
function value(body: Element): string | string[] {
  const children = body.children.filter(({type}) => type !== 'system_message')
  const [only] = children
  if (children.length === 1 && only?.type === 'bullet_list') {
    return (only as Element).children.map(plain)
  }
  return children.map(plain).join('\n\n')
}

/** The text of a node in one line. */
function plain(node: Node): string {
  if (node instanceof Text) return node.value.replaceAll('\n', ' ')
  return node.children.map(plain).join('')
}
