import {type Selector, parse as parseSelector} from 'css-what'
import {type AtRule, type Declaration, type Root, type Rule, parse} from 'postcss'

/*
 * A Docusaurus page cannot be read before its style sheet has come: on a line with two seconds of
 * latency that is two seconds after its text. So a page with a runbook carries the rules that it
 * needs, and the whole sheet stands behind the text, where it holds nothing up and moves nothing.
 */

/** Whether somebody may be waiting for a page to follow a runbook on it. */
export function holdsRunbook(html: string): boolean {
  return html.includes('<handrail-runbook')
}

/**
 * The rules of a style sheet that one of these pages needs before any script has run. It is the same
 * text for all of them, so that a policy can allow it by one hash.
 *
 * @param css the style sheet as it is served.
 */
export function firstPaintStyle(pages: readonly string[], css: string): string {
  const names = new Set(pages.flatMap(namesIn))
  const sheet = parse(css)
  sheet.walkAtRules(/^(?:keyframes|font-face)$/, (rule) => void rule.remove())
  sheet.walkRules((rule) => keepSelectors(rule, names))
  dropUnusedProperties(sheet, pages)
  dropEmptyBlocks(sheet)
  return sheet.toString()
}

/**
 * The page with its first style in the head and the style sheet behind its text. What the runbook
 * does not need of the scripts gives way to what it needs.
 */
export function paintFirst(html: string, style: string): string {
  const [sheet] = /<link\b[^>]*\brel="?stylesheet\b[^>]*>/.exec(html) ?? []
  if (sheet === undefined) return html
  const text = html
    .replace(sheet, () => `<style>${style}</style>`)
    .replace(/<script(?=[^>]*\sdefer\b)/g, '<script fetchpriority=low')
  const end = text.lastIndexOf('</body>')
  return end < 0 ? text + sheet : text.slice(0, end) + sheet + text.slice(end)
}

/** Every `element`, `.class` and `#id` of a page. */
function namesIn(html: string): string[] {
  const elements = [...html.matchAll(/<([a-z][\w-]*)/g)].map(([, name]) => name!)
  const attributes = [...html.matchAll(/\b(class|id)=(?:"([^"]*)"|([^\s>"]+))/g)]
  const named = attributes.flatMap(([, attribute, quoted, plain]) =>
    (quoted ?? plain ?? '').split(/\s+/).map((name) => markOf(attribute!) + name),
  )
  return [...elements, ...named]
}

function markOf(attribute: string): '#' | '.' {
  return attribute === 'id' ? '#' : '.'
}

function keepSelectors(rule: Rule, names: ReadonlySet<string>): void {
  const kept = rule.selectors.filter((selector) => canMatch(selector, names))
  if (kept.length > 0) rule.selectors = kept
  else rule.remove()
}

/** A selector that cannot be read is kept; what stands in brackets is not asked for. */
function canMatch(selector: string, names: ReadonlySet<string>): boolean {
  try {
    return parseSelector(selector).some((parts) => parts.every((part) => isThere(part, names)))
  } catch {
    return true
  }
}

function isThere(part: Selector, names: ReadonlySet<string>): boolean {
  if (part.type === 'tag') return names.has(part.name)
  if (part.type !== 'attribute' || !/^(?:class|id)$/.test(part.name)) return true
  const isWhole = part.action === 'element' || part.action === 'equals'
  return !isWhole || names.has(markOf(part.name) + part.value)
}

/** Removes custom properties that neither a rule nor a page makes use of, by whatever way. */
function dropUnusedProperties(sheet: Root, pages: readonly string[]): void {
  const properties = new Map<string, Declaration[]>()
  const open = pages.flatMap(usedIn)
  sheet.walkDecls((declaration) => {
    const {prop, value} = declaration
    if (prop.startsWith('--')) properties.set(prop, [...(properties.get(prop) ?? []), declaration])
    else open.push(...usedIn(value))
  })
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    open.push(...(properties.get(name) ?? []).flatMap(({value}) => usedIn(value)))
    properties.delete(name)
  }
  for (const declaration of [...properties.values()].flat()) declaration.remove()
}

function usedIn(text: string): string[] {
  return [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name!)
}

function dropEmptyBlocks(block: Root | AtRule | Rule): void {
  for (const node of [...(block.nodes ?? [])]) {
    if (node.type !== 'atrule' && node.type !== 'rule') continue
    dropEmptyBlocks(node)
    if (node.nodes?.length === 0) node.remove()
  }
}
