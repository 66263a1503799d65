import {relativePath} from '../../text/path.ts'
import {type Element, isElement, type Node} from '../../tree.ts'
import {image as docutilsImage} from '../image.ts'
import {directive, type DirectiveCall} from '../spec.ts'

/** docutils' image; its path may start at the folder of all pages and may leave the ending open. */
export const image = directive({
  ...docutilsImage,
  run(call) {
    const nodes = docutilsImage.run(call)
    const element = pictureOf(nodes[0])
    if (element) findPicture(element, call)
    return nodes
  },
})

/** The picture that a directive made: itself, or within the link it stands in. */
export function pictureOf(node: Node | undefined): Element | undefined {
  const inner = isElement(node, 'reference') ? node.children[0] : node
  return isElement(inner, 'image') ? inner : undefined
}

/** What Sphinx shows in a browser, the best first. */
const endings = ['svg', 'png', 'gif', 'jpg', 'jpeg', 'webp']

/**
 * Has an image lead to its file from the page: from `/img/a.png`, which starts at the folder of all
 * pages, and from `a.*`, any picture of that name. What is not there stays as it was written.
 */
export function findPicture({attributes}: Element, call: DirectiveCall<object>): void {
  const {uri = ''} = attributes
  const isOpen = uri.endsWith('.*')
  if (!isOpen && !/^\/[^/]/.test(uri)) return
  const names = isOpen ? endings.map((ending) => uri.slice(0, -1) + ending) : [uri]
  const file = names.map((name) => call.load(name)).find(isThere)
  if (file)
    attributes.uri = relativePath(String(call.document.tree.attributes['source']), file.path)
}

/** A picture is no text: that it cannot be read as one says that it is there. */
function isThere(file: ReturnType<DirectiveCall['load']>): boolean {
  return !('refusal' in file) || ['binary', 'encoding', 'too-large'].includes(file.refusal.reason)
}
