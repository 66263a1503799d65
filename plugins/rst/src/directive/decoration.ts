import {Element, isElement} from '../tree.ts'
import {completeFront, frontEnd} from './document-front.ts'
import {directive, type DirectiveSpec} from './spec.ts'

/** A page's header or footer; several of one kind add up. */
function decoration(name: 'header' | 'footer', doc: string): DirectiveSpec {
  return directive({
    name,
    doc,
    content: 'required',
    run(call) {
      call.parseBlocks(call.content, part(decorationOf(call.document.tree), name))
      return []
    },
  })
}

export const header = decoration('header', 'The header of each page.')
export const footer = decoration('footer', 'The footer of each page.')

/** The document's decoration, which stands right behind its title and metadata. */
function decorationOf(document: Element): Element {
  completeFront(document)
  const index = frontEnd(document)
  const old = document.children[index]
  if (isElement(old, 'decoration')) return old
  const element = new Element('decoration')
  document.children.splice(index < 0 ? document.children.length : index, 0, element)
  return element
}

/** The header is the first child of the decoration, the footer the last. */
function part(parent: Element, name: 'header' | 'footer'): Element {
  const old = name === 'header' ? parent.children[0] : parent.children.at(-1)
  if (isElement(old, name)) return old
  const element = new Element(name)
  if (name === 'header') parent.children.unshift(element)
  else parent.children.push(element)
  return element
}
