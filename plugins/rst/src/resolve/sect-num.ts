import {Element, textElement} from '../tree.ts'
import {Replacements} from './replacements.ts'
import type {Transform} from './spec.ts'

/** Numbers the titles of sections. */
export const sectNum: Transform = {
  name: 'SectNum',
  priority: 710,
  doc: 'Numbers the titles of sections where a `sectnum` directive asks for it.',
  apply({tree}, pending) {
    const replacements = new Replacements()
    for (const directive of pending) {
      const {depth, start, prefix, suffix} = (directive.data?.details ?? {}) as Numbering
      const numbering = {depth: depth ?? Infinity, start: start ?? 1, prefix, suffix}
      numberSections(tree, numbering, [], 1)
      replacements.remove(directive)
    }
    replacements.apply(tree)
  },
}

/** The options of the directive. */
interface Numbering {
  depth?: number | undefined
  start?: number | undefined
  prefix?: string | undefined
  suffix?: string | undefined
}

function numberSections(
  parent: Element,
  numbering: Numbering,
  outer: readonly number[],
  depth: number,
): void {
  let number = outer.length > 0 ? 1 : numbering.start!
  for (const section of parent.children) {
    if (!(section instanceof Element) || section.type !== 'section') continue
    const numbers = [...outer, number++]
    const [title] = section.children as [Element]
    const {prefix = '', suffix = ''} = numbering
    const text = `${prefix}${numbers.join('.')}${suffix}\u00a0\u00a0\u00a0`
    title.children.unshift(textElement('generated', text, {classes: ['sectnum']}))
    title.attributes.auto = 1
    if (depth < numbering.depth!) numberSections(section, numbering, numbers, depth + 1)
  }
}
