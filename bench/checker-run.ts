import {readFileSync} from 'node:fs'
import {cluster} from '@handrail/cluster/model'
import type {Plan} from '@handrail/runbook'
import {check, reachStates} from '@handrail/runbook/check'

/** What one process measured. */
export interface CheckerRun {
  /** States the environment can lead to, and the events applied to find them. */
  readonly states: number
  readonly transitions: number
  /** Seconds of CPU for that. */
  readonly reaching: number
  /** Steps of runbooks that were followed, and seconds of CPU for that. */
  readonly steps: number
  readonly checking: number
  /** The most memory the process had, in MB. */
  readonly memory: number
}

const [, , faultsText, plansFile] = process.argv
const faults = Number(faultsText)
const seconds = (since: NodeJS.CpuUsage): number => {
  const {user, system} = process.cpuUsage(since)
  return (user + system) / 1e6
}

function run(plans: readonly Plan[]): CheckerRun {
  const begin = process.cpuUsage()
  const reach = reachStates(cluster, {faults})
  const reaching = seconds(begin)
  const again = process.cpuUsage()
  const {runbooks} = check(cluster, plans, {faults, triage: 'triage', reach})
  return {
    states: reach.states.length,
    transitions: reach.transitions,
    reaching,
    steps: runbooks.reduce((sum, one) => sum + one.transitions, 0),
    checking: seconds(again),
    memory: process.resourceUsage().maxRSS / 1024,
  }
}

process.stdout.write(JSON.stringify(run(JSON.parse(readFileSync(plansFile!, 'utf8')) as Plan[])))
