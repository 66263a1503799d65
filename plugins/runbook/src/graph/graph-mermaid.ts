import type {Graph, GraphNode} from './graph-of.ts'
import {durationText} from './graph-text.ts'

const shapes: Readonly<Record<GraphNode['kind'], readonly [string, string]>> = {
  step: ['["', '"]'],
  done: ['(["', '"])'],
  serving: ['(["', '"])'],
  escalate: ['(["', '"])'],
  runbook: ['[["', '"]]'],
  missing: ['{{"', '"}}'],
}

/** The map as the source of a Mermaid flowchart. */
export function graphMermaid({nodes, edges}: Graph): string {
  const names = new Map(nodes.map(({id}, index) => [id, `s${index + 1}`]))
  const drawn = nodes.map((node) => {
    const [open, close] = shapes[node.kind]
    const title = node.number === undefined ? node.title : `${node.number}. ${node.title}`
    const style = node.effect === 'change' || node.effect === 'destroy' ? node.effect : node.kind
    return `  ${names.get(node.id)}${open}${quote(title)}${close}:::${style}`
  })
  const lines = edges.map(({from, to, words, wait}) => {
    const label = wait ? `${words} (${durationText(wait.max)})` : words
    return `  ${names.get(from)} -->|"${quote(label)}"| ${names.get(to)}`
  })
  return `${['flowchart TD', ...drawn, ...lines].join('\n')}\n`
}

/** Signs that mean something to Mermaid, as its entities. */
function quote(text: string): string {
  return text.replace(/[#"<>&`\\[\]{}|]/g, (sign) => `#${sign.charCodeAt(0)};`)
}
