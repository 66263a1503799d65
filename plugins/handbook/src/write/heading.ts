import type {Heading} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {call, code, flowBlock} from '../typst/call.ts'
import {addressLines} from './link.ts'
import type {Writer} from './writer.ts'

/**
 * A heading, below the level its page has in the contents. The first of depth one is the page's
 * title, which is written already. Levels that are skipped are closed up.
 */
export function heading(node: Heading, writer: Writer): string {
  const {page, state} = writer
  if (toString(node).trim() === '') {
    writer.report('emptyHeading', 'Unexpected empty heading, expected words', node)
    return ''
  }
  if (isTitle(node, writer)) {
    state.titled = true
    return writer.anchor(page.headings.get(node) ?? '')
  }
  const top = page.level ?? 1
  const wanted = Math.max(top + 1, top + node.depth - 1)
  const level = Math.min(wanted, state.level + 1)
  if (level < wanted) reportSkipped(node, state.level - top + 1, writer)
  state.level = level
  return headingCall(node, level, writer)
}

/** The words of a heading: no footnotes, which the contents would repeat. */
function headingWords(node: Heading, writer: Writer): string {
  return writer.inside({heading: true}).phrasing(node.children)
}

function headingCall(node: Heading, level: number, writer: Writer): string {
  const id = writer.page.headings.get(node)
  const label = id === undefined ? undefined : writer.claim(id)
  if (label !== undefined) writer.state.place = label
  const words = headingWords(node, writer)
  return flowBlock([call('section', [level, code(words)], {label}), ...addressLines(writer)])
}

function isTitle(node: Heading, {page, state}: Writer): boolean {
  if (state.titled || node.depth !== 1) return false
  return page.root.children.find((child) => child.type === 'heading') === node
}

function reportSkipped(node: Heading, depth: number, writer: Writer): void {
  const reason = `Unexpected heading of depth ${node.depth} below one of depth ${depth}, expected depth ${depth + 1}`
  writer.report('skippedLevel', reason, node)
}

/** The title of a page: its first heading of depth one, or the title its list of pages gives. */
export function titleWords(writer: Writer): string {
  const {root, title} = writer.page
  const first = root.children.find((child) => child.type === 'heading')
  if (first?.depth === 1 && toString(first).trim() !== '') return headingWords(first, writer)
  return writer.inside({heading: true}).text(title)
}
