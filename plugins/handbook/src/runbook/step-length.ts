import type {Choice, Step} from '@handrail/runbook'
import {toString} from 'mdast-util-to-string'
import type {Node} from 'unist'
import type {Paper} from '../book.ts'
import {asAny, holds} from '../tree/nodes.ts'

/** What surely fits on a page: lines of text, and characters in each. */
const room: Readonly<Record<Paper, {lines: number; characters: number}>> = {
  a4: {lines: 52, characters: 80},
  letter: {lines: 49, characters: 80},
  a5: {lines: 41, characters: 60},
}

/** Lines for what every step has: its heading, and the place to sign. */
const frame = 10

/**
 * Whether a step may be longer than a page. An estimate on the safe side: what is long the compiler
 * has to measure, which takes twice the time.
 */
export function mayExceedPage(step: Step, paper: Paper): boolean {
  const {lines, characters} = room[paper]
  // How high a picture is nobody knows here.
  const hasPicture = step.body.some((node) => holds(node, /^image/))
  return hasPicture || stepLines(step, characters) > lines
}

function stepLines({body, choices, commands}: Step, width: number): number {
  // What only reads is the same on each host, and stands there once.
  const repeated = commands.filter(({on, effect}) => on.kind === 'each' && effect !== 'read')
  const ways = choices.map((choice) => choiceLines(choice, width))
  return (
    frame +
    blockLines([...body, ...repeated.map(({node}) => node)], width) +
    ways.reduce((a, b) => a + b, 0)
  )
}

function blockLines(nodes: readonly Node[], width: number): number {
  return nodes.reduce((lines, node) => lines + 1 + nodeLines(node, width), 0)
}

function nodeLines(node: Node, width: number): number {
  const {type, value = '', children} = asAny(node)
  if (type === 'code')
    return 3 + value.split('\n').reduce((sum, line) => sum + linesOf(line, width), 1)
  return children && type !== 'paragraph'
    ? blockLines(children, width)
    : linesOf(toString(node), width)
}

/** The words stand beside where they lead; what is seen, written down and waited for below them. */
function choiceLines({words, condition, bindings, wait}: Choice, width: number): number {
  const below = [condition, bindings[0], wait].filter((one) => one !== undefined)
  return Math.max(3, linesOf(words, width / 2) + below.length + 1)
}

function linesOf(text: string, width: number): number {
  return Math.max(1, Math.ceil(text.length / width))
}
