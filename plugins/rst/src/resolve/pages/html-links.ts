import type {DocumentState} from '../../document.ts'
import {relativePath} from '../../text/path.ts'
import {typesIn} from '../presence.ts'
import {elementsOf} from '../walk.ts'
import type {PageIndex} from './page-index.ts'

/** `page.html#place`: a path without scheme or host. */
const htmlPath = /^(?![a-z][a-z\d+.-]*:|\/\/)([^?#]+)\.html(#.*)?$/i

/** Leads links to the page that Sphinx would write as `page.html` to that page. */
export function resolveHtmlLinks(document: DocumentState, index: PageIndex): void {
  if (!typesIn(document).has('reference')) return
  const page = String(document.tree.attributes['source'])
  for (const {attributes} of elementsOf(document.tree, 'reference')) {
    const [, name, place = ''] = htmlPath.exec(attributes.refuri ?? '') ?? []
    const found = name === undefined ? undefined : index.findPage(name, page)
    if (found) attributes.refuri = relativePath(page, found.page) + place
  }
}
