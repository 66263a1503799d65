import type {Nodes} from 'mdast'

/**
 * A tree for people: a line a node, two spaces deeper than its parent. After the type stand the
 * node's fields, in angle brackets the HTML element it becomes with its properties, then other
 * data, then its text. With `places` each line starts with the place.
 */
export function mdastOutline(node: Nodes, places = false, indent = ''): string {
  const children = 'children' in node ? node.children : []
  const below = children.map((child) => mdastOutline(child as Nodes, places, `${indent}  `))
  return [`${indent}${places ? place(node) : ''}${describe(node)}`, ...below].join('\n')
}

function describe(node: Nodes): string {
  const {type, data = {}, ...rest} = node as Nodes & {value?: string}
  const {hName, hProperties, hChildren, origin, ...others} = data as Record<string, unknown>
  const {value, children, position, ...fields} = rest as Record<string, unknown>
  void [children, position, hChildren, origin]
  const element = [hName, ...entries(hProperties ?? {})].filter(Boolean).join(' ')
  const parts = [type, ...entries(fields), element && `<${element}>`, ...entries(others)]
  return [...parts.filter(Boolean), value === undefined ? '' : JSON.stringify(value)]
    .filter(Boolean)
    .join(' ')
}

function entries(record: object): string[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0
    if (value === null || value === undefined || value === '' || isEmpty) return []
    if (name === 'className') return (value as string[]).map((className) => `.${className}`)
    return `${name}=${simple(value)}`
  })
}

function simple(value: unknown): string {
  return typeof value === 'string' && /^[^\s"<>]+$/.test(value) ? value : JSON.stringify(value)
}

function place({position, data}: Nodes): string {
  const origin = data?.origin
  const sites = origin ? [origin, ...origin.includedFrom] : []
  const from = sites.map(({file, line, column}) => `${file}:${line}:${column}`).join(' in ')
  const start = position ? `${position.start.line}:${position.start.column} ` : ''
  return `${start}${from && `(${from}) `}`
}
