import {normalizeName} from '../text/name.ts'
import type {Line} from '../text/line.ts'
import {trimEnd} from '../text/whitespace.ts'
import {columnWidth} from '../text/width.ts'
import {addTo, Element, markedElement, textElement, textOf} from '../tree.ts'
import type {Scope} from './scope.ts'

/** A title that was recognised, before its section is known to fit in. */
export interface Title {
  /** Its line, cut so that it begins with the title. */
  line: Line
  number: number
  /** The title with its adornment, for messages. */
  source: string
  /** The adornment's character, twice if there is an overline. */
  style: string
  /** Messages about the title itself. */
  messages: Element[]
}

/** Opens the section of a title, unless its level does not fit. The cursor is on the underline. */
export function openSection(scope: Scope, title: Title): void {
  if (!findParent(scope, title)) return
  const section = new Element('section', {}, [], title.line)
  section.data = {reported: scope.line}
  scope.add(section)
  const text = trimEnd(title.line.text)
  const {nodes, messages} = scope.inline(text, [title.line], title.number)
  const element = markedElement('title', nodes, text, title.line)
  element.data = {reported: scope.line}
  section.children = [element, ...title.messages, ...messages]
  addTo(section, 'names', normalizeName(textOf(element)))
  scope.context.document.noteImplicitTarget(section, section)
  scope.sections.push(section)
  scope.parent = section
}

/** Moves to the element the new section belongs into; false if its level does not fit. */
function findParent(scope: Scope, title: Title): boolean {
  const styles = scope.context.titleStyles
  const level = scope.sections.length + scope.levelOffset
  const known = styles.indexOf(title.style)
  const newLevel = known < 0 ? styles.length + 1 : known + 1
  if (newLevel > level + 1) {
    scope.add(misplaced(scope, title, 'section-level', {level, newLevel}, []))
    return false
  }
  if (newLevel <= scope.levelOffset) {
    const details = textElement('paragraph', unreachable(newLevel, level, scope.sections.length))
    scope.add(misplaced(scope, title, 'section-level-unreachable', {level, newLevel}, [details]))
    return false
  }
  scope.sections.length = newLevel - scope.levelOffset - 1
  scope.parent = scope.sections[scope.sections.length - 1] ?? scope.root
  if (known < 0) styles.push(title.style)
  return true
}

function misplaced(
  scope: Scope,
  title: Title,
  rule: 'section-level' | 'section-level-unreachable',
  values: {level: number; newLevel: number},
  details: Element[],
): Element {
  const styles = scope.context.titleStyles.map((style) => [...style].join('/')).join(' ')
  return scope.report(rule, values, title.number - scope.offset - 1, [
    textElement('literal_block', title.source),
    textElement('paragraph', `Established title styles: ${styles}`),
    ...details,
  ])
}

function unreachable(newLevel: number, level: number, sections: number): string {
  return (
    `The parent of level ${newLevel} sections cannot be reached. The parser is at section level ` +
    `${level} but the current node has only ${sections} parent section(s).\n` +
    'One reason may be a high level section used in a directive that parses its content into a ' +
    'base node not attached to the document\n(up to Docutils 0.21, these sections were silently ' +
    'dropped).'
  )
}

/** Whether a title takes more columns than its adornment has characters. */
export function isWider(title: string, adornment: string): boolean {
  return columnWidth(title) > adornment.length
}
