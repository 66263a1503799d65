import {promoteSubtitle} from './promote-title.ts'
import type {Transform} from './spec.ts'
import {walk} from './walk.ts'

/** Makes the title of a section's lone subsection the section's subtitle. */
export const sectionSubtitle: Transform = {
  name: 'SectionSubTitle',
  priority: 350,
  doc: 'Makes the title of a lone subsection the subtitle of its section.',
  apply({tree}) {
    walk(tree, (element) => {
      if (element.type === 'section') promoteSubtitle(element)
    })
  },
}
