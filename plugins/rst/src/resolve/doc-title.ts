import {textOf} from '../tree.ts'
import {promoteSubtitle, promoteTitle} from './promote-title.ts'
import type {Transform} from './spec.ts'

/** Makes the title of a lone top section the document's title, and of its lone section a subtitle. */
export const docTitle: Transform = {
  name: 'DocTitle',
  priority: 320,
  doc: 'Makes the title of a lone top section the title of the document.',
  apply({tree}) {
    if (promoteTitle(tree)) promoteSubtitle(tree)
    const [title] = tree.children
    if (tree.attributes['title'] === undefined && title?.type === 'title') {
      tree.attributes['title'] = textOf(title)
    }
  },
}
