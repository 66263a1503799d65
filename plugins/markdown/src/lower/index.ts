/** What becomes of nodes that Markdown does not have. */
import {blockLowerers} from './blocks.ts'
import {directiveLowerers} from './directives.ts'
import {headingLowerers} from './headings.ts'
import {inlineLowerers} from './inline.ts'
import {pictureLowerers} from './pictures.ts'
import type {Lowerers} from './state.ts'
import {tableLowerers} from './tables.ts'

export const lowerers: Lowerers = {
  ...headingLowerers, // titles and their ids
  ...blockLowerers, // definitions, verses, literal text, raw HTML
  ...pictureLowerers, // pictures with a size or a place
  ...tableLowerers, // tables that GFM cannot hold
  ...directiveLowerers, // admonitions, tabs, containers
  ...inlineLowerers, // roles, places, words of the index
}
