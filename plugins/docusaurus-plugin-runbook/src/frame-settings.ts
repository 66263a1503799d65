import {type Danger, type Texts, englishTexts} from '@handrail/runbook-element'

/** What the pages of a site have in common, for the remark plugin of the same build. */
export interface FrameSettings {
  /** The words that no author wrote, in the language of this build. */
  texts: Texts
  /** Name of the runbook for whoever sees what fits no other. */
  triage: string
  /** What a model of the system found, by `RUNBOOK#STEP`. */
  dangers: ReadonlyMap<string, Danger>
}

/**
 * The settings of the build that runs. Like the known runbooks they are shared by two module graphs.
 */
export function frameSettings(): FrameSettings {
  const registry = globalThis as {[key]?: FrameSettings}
  registry[key] ??= {texts: englishTexts, triage: 'triage', dangers: new Map()}
  return registry[key]
}

const key: unique symbol = Symbol.for('docusaurus-plugin-runbook settings') as never
