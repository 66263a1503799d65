import {Element, type Node} from '../tree.ts'
import {choice} from './convert/choice.ts'
import {classes} from './convert/class.ts'
import {lengthOrPercentageOrUnitless} from './convert/length.ts'
import {unchanged} from './convert/text.ts'
import type {DirectiveCall, OptionValues} from './spec.ts'

/** The options that every table has. */
export const frameOptions = {
  class: classes,
  name: unchanged,
  align: choice('left', 'center', 'right'),
  width: lengthOrPercentageOrUnitless,
}

type FrameCall = DirectiveCall<OptionValues<typeof frameOptions>>

export interface TableTitle {
  element?: Element
  messages: Node[]
}

/** The title from a table's argument. */
export function tableTitle(call: DirectiveCall<object>): TableTitle {
  const [text] = call.arguments
  if (text === undefined) return {messages: []}
  const {nodes, messages} = call.parseInline(text)
  return {element: new Element('title', {}, nodes, call.line), messages}
}

/** Adds class names to a table that may have some. */
export function addClasses(table: Element, names: readonly string[] | undefined): void {
  if (names?.length) table.attributes.classes = [...(table.attributes.classes ?? []), ...names]
}

/** The class that tells whether the widths of columns are the writer's own. */
export function widthsClass(widths: 'auto' | 'grid' | readonly number[] | undefined): string[] {
  if (widths === undefined) return []
  return [widths === 'auto' ? 'colwidths-auto' : 'colwidths-given']
}

/** Gives a table its title and the properties that need no look at its content. */
export function frameTable(call: FrameCall, table: Element, title: TableTitle): Node[] {
  const {align, width} = call.options
  if (align !== undefined) table.attributes['align'] = align
  if (width !== undefined) table.attributes['width'] = width
  call.addName(table)
  if (title.element) table.children.unshift(title.element)
  return [table, ...title.messages]
}
