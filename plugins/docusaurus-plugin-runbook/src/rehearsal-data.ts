import {createHash} from 'node:crypto'
import {basename, join} from 'node:path'
import type {AllContent} from '@docusaurus/types'
import {type Runbook, planOf} from '@handrail/runbook'
import type {RehearsalSource} from '@handrail/runbook-element/rehearsal'
import type {RehearsalTexts} from '@handrail/runbook-element/rehearsal-words'
import type {ScriptFile} from './stepper-script.ts'

/** What a rehearsal reads of the site when it is begun, as a module of its own. */
export function rehearsalData(
  runbooks: readonly Runbook[],
  texts: RehearsalTexts,
  addresses: Readonly<Record<string, string>>,
): ScriptFile {
  const source: RehearsalSource = {plans: runbooks.map(lean), texts, addresses}
  const code = `export default ${JSON.stringify(source)}`
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8)
  return {name: `assets/handrail/rehearsal-${hash}.js`, code}
}

/** A plan without what only its page shows. */
function lean(runbook: Runbook) {
  const plan = planOf(runbook)
  const steps = plan.steps.map((step) => ({
    ...step,
    commands: step.commands.map(({expect: _expect, caution: _caution, ...command}) => command),
    choices: step.choices.map((choice) => ({...choice, words: ''})),
  }))
  const {hosts, roles, values, covers} = plan.head
  return {...plan, head: {hosts, roles, values, covers, unproven: [], needs: []}, steps}
}

interface Version {
  /** The folder of the pages, not of a translation of them. */
  contentPath: string
  docs: readonly {source: string; sourceDirName: string; permalink: string}[]
}

/** The addresses of the runbooks' pages, by name. A page of the guide may be called as a runbook is. */
export function runbookAddresses(
  runbooks: readonly Pick<Runbook, 'name' | 'path'>[],
  allContent: AllContent,
): Record<string, string> {
  const plugins = Object.values(allContent['docusaurus-plugin-content-docs'] ?? {})
  const versions = (plugins as {loadedVersions?: Version[]}[]).flatMap(
    ({loadedVersions = []}) => loadedVersions,
  )
  const byPath = new Map(
    versions.flatMap(({contentPath, docs}) =>
      docs.map(({source, sourceDirName, permalink}) => [
        join(contentPath, sourceDirName, basename(source)),
        permalink,
      ]),
    ),
  )
  return Object.fromEntries(
    runbooks.flatMap(({name, path}) => {
      const address = byPath.get(path)
      return address === undefined ? [] : [[name, address]]
    }),
  )
}
