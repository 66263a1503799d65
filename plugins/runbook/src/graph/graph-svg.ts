import {Graph as Layered, layout} from '@dagrejs/dagre'
import type {Graph, GraphEdge, GraphNode} from './graph-of.ts'
import {durationText} from './graph-text.ts'

/** Widths and heights in pixels; text is broken at this many characters. */
const box = {width: 330, line: 18, padding: 10, characters: 46}

interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The map as SVG: a box a step, with its choices and where they lead as text, so that the drawing
 * reads without following a line; lines join the steps in layers. It needs no font and no script.
 * Boxes and lines name their steps in `data-…` attributes, for a page that marks the path walked.
 */
export function graphSvg(graph: Graph): string {
  const steps = graph.nodes.filter(({kind}) => kind !== 'runbook')
  const lines = new Map(steps.map((node) => [node.id, stepLines(node, graph)]))
  const drawing = new Layered({directed: true})
  drawing.setGraph({rankdir: 'TB', nodesep: 30, ranksep: 45, marginx: 10, marginy: 10})
  drawing.setDefaultEdgeLabel(() => ({}))
  for (const [id, {length}] of lines) {
    drawing.setNode(id, {width: box.width, height: length * box.line + 2 * box.padding})
  }
  for (const {from, to} of graph.edges) {
    if (from !== to && lines.has(to)) drawing.setEdge(from, to)
  }
  layout(drawing)
  const {width = 0, height = 0} = drawing.graph() as {width?: number; height?: number}
  const paths = drawing.edges().map((edge) => path(edge, drawing.edge(edge)['points'] as Point[]))
  const boxes = steps.map((node) => stepBox(node, lines.get(node.id)!, drawing.node(node.id)))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}" role="img" font-family="sans-serif" font-size="13">
<title>${escaped(graph.title)}</title>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
<g fill="none" stroke="#555" marker-end="url(#arrow)">
${paths.join('\n')}
</g>
${boxes.join('\n')}
</svg>
`
}

/** The title, then every choice and the number of the step it leads to. */
function stepLines(node: GraphNode, {nodes, edges}: Graph): string[] {
  const mark =
    node.effect === 'destroy' ? ' [DESTROYS]' : node.effect === 'change' ? ' [changes]' : ''
  const numbers = new Map(nodes.map(({id, number}) => [id, number]))
  const choices = edges.filter(({from}) => from === node.id)
  return [
    ...broken(`${node.number ?? '?'}. ${node.title}${mark}`),
    ...choices.flatMap((edge) => broken(choiceText(edge, numbers.get(edge.to)))),
  ]
}

function choiceText({words, wait, from, to}: GraphEdge, number: number | undefined): string {
  if (wait && from === to) return `- ${words} → again, at most ${durationText(wait.max)}`
  return `- ${words} → ${number ?? to}`
}

/** Breaks a text at blanks; what goes on is indented. */
function broken(text: string): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)}${lines.at(-1) === '' ? '' : ' '}${word}`
    if (longer.length <= box.characters) lines[lines.length - 1] = longer
    else lines.push(`\u00a0\u00a0${word}`)
  }
  return lines
}

/** Outcomes are round, what destroys has a thick edge: it reads without colour. */
function stepBox({id, kind, effect}: GraphNode, lines: readonly string[], at: Point): string {
  const height = lines.length * box.line + 2 * box.padding
  const [left, top] = [at.x - box.width / 2, at.y - height / 2]
  const stroke = effect === 'destroy' ? 4 : effect === 'change' ? 2 : 1
  const texts = lines.map((line, index) => {
    const y = round(top + box.padding + (index + 0.75) * box.line)
    return `<text x="${round(left + box.padding)}" y="${y}"${index ? '' : ' font-weight="bold"'}>${escaped(line)}</text>`
  })
  const rect = `<rect x="${round(left)}" y="${round(top)}" width="${box.width}" height="${height}" rx="${kind === 'step' ? 2 : 16}" fill="#fff" stroke="#000" stroke-width="${stroke}"/>`
  return `<g data-step="${escaped(id)}">${rect}${texts.join('')}</g>`
}

function path({v, w}: {v: string; w: string}, points: readonly Point[]): string {
  return `<path data-from="${escaped(v)}" data-to="${escaped(w)}" d="M${points.map(({x, y}) => `${round(x)} ${round(y)}`).join('L')}"/>`
}

function round(number: number): number {
  return Math.round(number * 10) / 10
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
