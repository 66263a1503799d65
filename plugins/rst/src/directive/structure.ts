import type {Element} from '../tree.ts'

/** `''`: an element that only collects what is parsed; `only`: a condition around sections. */
const structural = new Set(['document', 'section', 'sidebar', '', 'only'])

/** Whether topics, sidebars and contents may stand in an element. */
export function mayHoldSections(parent: Element): boolean {
  return structural.has(parent.type)
}
