import type {Line} from '../text/line.ts'
import {unescape} from '../text/escape.ts'
import {Element, type Node, textElement} from '../tree.ts'
import {includeChain, type Message, type Note, placeOf} from './message.ts'
import type {Rule, Severity, Values} from './rule.ts'
import {type RuleId, rules, type ValuesOf} from './rules.ts'

/** Where a message belongs. */
export interface Spot {
  /** The place for the writer. */
  line: Line | undefined
  column?: number
  length?: number
  /** The line that docutils names, where that is another one; `null` if it names none. */
  reported?: Line | null | undefined
  /** What the message says beside its rule's advice. */
  notes?: Note[]
}

interface Position {
  currentLine(): Line | undefined
}

/**
 * Makes messages: the `system_message` for the tree, with docutils' text and level, and the record
 * for the writer.
 */
export class Reporter {
  readonly messages: Message[]
  /** Who knows the line docutils is at; it names that line for elements without one. */
  position: Position | undefined
  private readonly path: string
  private readonly severities: Readonly<Record<string, Severity>>

  constructor(
    path: string,
    messages: Message[],
    severities: Readonly<Record<string, Severity>> = {},
  ) {
    this.path = path
    this.messages = messages
    this.position = undefined
    this.severities = severities
  }

  report<Id extends RuleId>(
    id: Id,
    values: ValuesOf<Id>,
    spot: Spot,
    children: Node[] = [],
  ): Element {
    const rule = rules[id] as unknown as Rule
    this.record(id, rule, values, spot)
    const reported = spot.reported === undefined ? spot.line : (spot.reported ?? undefined)
    return this.node(id, rule.level, rule.docutils(values), reported, children)
  }

  currentLine(): Line | undefined {
    return this.position?.currentLine()
  }

  /** A message about an element, placed where the element stands. */
  aboutNode<Id extends RuleId>(id: Id, values: ValuesOf<Id>, element: Element): Element {
    const {line, column, raw} = element
    const reported = reportedLine(element) ?? this.currentLine() ?? null
    const length = raw.split('\n', 1)[0]!.length
    return this.report(id, values, {line, column, ...(length > 0 ? {length} : {}), reported})
  }

  private node(
    id: string,
    level: number,
    text: string,
    line: Line | undefined,
    rest: Node[],
  ): Element {
    const message = new Element('system_message', {
      level,
      type: types[level]!,
      source: line?.path ?? this.path,
      ...(line ? {line: line.number - line.origin.skipped} : {}),
    })
    message.children = [textElement('paragraph', unescape(text)), ...rest]
    message.data = {rule: id}
    return message
  }

  private record(id: string, rule: Rule, values: Values, spot: Spot): void {
    const severity = this.severities[id] ?? rule.severity
    if (severity === 'off') return
    const {line} = spot
    this.messages.push({
      source: 'rst',
      ruleId: id,
      severity,
      reason: rule.reason(values),
      place: line
        ? placeOf(line, spot.column, spot.length)
        : {file: this.path, line: 1, column: 1, endLine: 1, endColumn: 1},
      includedFrom: line ? includeChain(line) : [],
      notes: [...(rule.advice ? [{text: rule.advice(values)}] : []), ...(spot.notes ?? [])],
    })
  }
}

/**
 * The line that docutils takes an element to stand on: a title's is that of its underline, and it
 * knows none of an inline target.
 */
export function reportedLine({data, line}: Element): Line | undefined {
  return data?.reported === undefined ? line : (data.reported ?? undefined)
}

const types = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'SEVERE'] as const
