import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {cluster} from '@handrail/cluster/model'
import {type Plan, planOf} from '@handrail/runbook'
import {type VersionComparison, compareVersions} from '@handrail/runbook/check'
import type {VerifyOptions} from '../command/verify.ts'
import {CommandFailure} from '../command-failure.ts'
import {readRunbookPage} from '../library/read-runbook-page.ts'
import {siteRunbooks} from '../site-runbooks.ts'
import {comparisonText} from './comparison-text.ts'

/**
 * Prints for which states the runbooks advise something else than those of another version: a
 * revision of the repository, or a file that holds one of them. All that differ, if none is named.
 */
export function compare(
  names: readonly string[],
  after: readonly Plan[],
  version: string,
  {site, faults, json}: Pick<VerifyOptions, 'site' | 'faults' | 'json'>,
): void {
  const before = existsSync(version) ? withFile(after, version, names) : atRevision(version, site)
  const wanted = names.length > 0 ? names : differing(before, after)
  const found = wanted.map((runbook) => {
    process.stderr.write(`${runbook}\n`)
    return {runbook, ...compareVersions(cluster, runbook, {before, after}, {faults})}
  })
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : comparisonText(found))
}

export type NamedComparison = VersionComparison & {readonly runbook: string}

/** Names of the runbooks whose content is not the same. */
function differing(before: readonly Plan[], after: readonly Plan[]): string[] {
  const versions = (plans: readonly Plan[]) =>
    new Map(plans.map((plan) => [plan.name, plan.version]))
  const [old, now] = [versions(before), versions(after)]
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (name) => old.get(name) !== now.get(name),
  )
}

/** The runbooks with one of them as a file has it: the one that is named, else that of its own name. */
function withFile(plans: readonly Plan[], file: string, names: readonly string[]): Plan[] {
  const runbook = readRunbookPage({site: dirname(file), name: file})?.runbook
  if (!runbook) throw new CommandFailure(`${file} holds no runbook`)
  const before = {...planOf(runbook), name: names.length === 1 ? names[0]! : runbook.name}
  return [...plans.filter(({name}) => name !== before.name), before]
}

/** The runbooks as they were in a revision, read from a copy of the site at that time. */
function atRevision(revision: string, site: string): Plan[] {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-'))
  try {
    const archive = execFileSync('git', ['-C', site, 'archive', revision], {
      maxBuffer: 2 ** 30,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    execFileSync('tar', ['-x', '-C', folder], {input: archive})
    return siteRunbooks(folder).runbooks.map(planOf)
  } catch {
    throw new CommandFailure(`${revision} is neither a file nor a revision of ${site}`)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
