import type {Runbook} from '@handrail/runbook'

/**
 * The runbooks of the site by name, as the last reading of the pages has them. A plugin and a
 * remark plugin of one package live in two module graphs of a Docusaurus build, so they meet in the
 * global registry of symbols.
 */
export function knownRunbooks(): Map<string, Runbook> {
  const registry = globalThis as {[key]?: Map<string, Runbook>}
  registry[key] ??= new Map()
  return registry[key]
}

const key: unique symbol = Symbol.for('docusaurus-plugin-runbook') as never
