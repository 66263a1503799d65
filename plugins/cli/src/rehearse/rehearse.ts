import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {rehearsedCluster} from '@handrail/cluster/rehearsal'
import {type Plan, planOf} from '@handrail/runbook'
import {
  newSeed,
  parseRehearsal,
  type RehearsalLink,
  resumeRehearsal,
} from '@handrail/runbook/rehearse'
import {rehearsalTexts} from '@handrail/runbook-element/rehearsal-words'
import {siteSettings} from 'remark-rst/site'
import type {RehearseOptions} from '../command/rehearse.ts'
import {CommandFailure} from '../command-failure.ts'
import {siteRunbooks} from '../site-runbooks.ts'
import {processTerminal} from '../terminal/terminal.ts'
import {playRehearsal} from './play-rehearsal.ts'

/** Begins a rehearsal in this terminal, or does again what a link says, and stays until it is over. */
export async function rehearse(what: string | undefined, options: RehearseOptions): Promise<void> {
  const plans = plansOf(options.site)
  const link = linkOf(what, options.seed)
  const resumed = resumeRehearsal(rehearsedCluster, link, plans)
  if (!resumed) {
    throw new CommandFailure(`no runbook ${link.setting.runbook} to rehearse in ${options.site}`)
  }
  const {rehearsal, isChanged} = resumed
  const terminal = processTerminal(options)
  if (isChanged) terminal.write(rehearsalTexts.changed)
  const {plain = false} = options
  const {isOver} = link
  await playRehearsal(rehearsal, terminal, {plans, texts: rehearsalTexts, isOver, plain})
  terminal.close()
}

/** The site's runbooks, triage first: it is for whoever does not know what is wrong. */
function plansOf(site: string): readonly Plan[] {
  if (!existsSync(join(site, siteSettings(site).docs))) {
    throw new CommandFailure(`no runbooks in ${site}`)
  }
  const plans = siteRunbooks(site).runbooks.map(planOf)
  return plans.sort((a, b) => Number(b.name === 'triage') - Number(a.name === 'triage'))
}

function linkOf(what: string | undefined, seed = newSeed()): RehearsalLink {
  const link = what?.includes('#') ? parseRehearsal(what.slice(what.indexOf('#'))) : undefined
  if (link) return link
  const setting = {seed, ...(what !== undefined && {runbook: what})}
  return {setting, actions: [], isOver: false}
}
