import {fork} from 'node:child_process'
import {type CheckProgress, type CheckReport, mergeReports} from '@handrail/runbook/check'

/** What a process that checks one part tells the one that started it. */
export type PartMessage = {readonly progress: CheckProgress} | {readonly report: CheckReport}

/** How a check is shared out. */
export interface Sharing {
  /** The arguments of `handrail verify` that say what to check. */
  readonly args: readonly string[]
  /** Parts of the states, each checked by a process of its own. */
  readonly parts: number
  /** How many of these processes run at the same time. */
  readonly jobs: number
  /** The most memory for the objects of each process, in MB; no limit if absent. */
  readonly heap?: number
  /** Hears of a runbook when the last of the processes has come to it. */
  readonly onProgress: (progress: CheckProgress) => void
}

/** Checks in several processes of this same command, and puts their reports together. */
export async function checkInParts(sharing: Sharing): Promise<CheckReport> {
  const {parts, jobs, onProgress} = sharing
  const hear = slowestOf(Math.min(parts, jobs), onProgress)
  const reports: CheckReport[] = []
  let next = 0
  const work = async (): Promise<void> => {
    while (next < parts) {
      const index = next++
      reports[index] = await checkPart(sharing, index, hear)
    }
  }
  await Promise.all(Array.from({length: Math.min(parts, jobs)}, work))
  const [first, ...rest] = reports
  return mergeReports([first!, ...rest])
}

/** Hears how far each part is, and tells what the last of those that began together has come to. */
function slowestOf(together: number, tell: (progress: CheckProgress) => void) {
  const latest = new Map<number, CheckProgress>()
  let told = -1
  return (index: number, progress: CheckProgress): void => {
    if (index < together) latest.set(index, progress)
    const slowest = [...latest.values()].reduce((a, b) => (place(b) < place(a) ? b : a))
    if (latest.size < together || place(slowest) <= told) return
    told = place(slowest)
    tell(slowest)
  }
}

/** Steps of progress in one order: first the states are reached, then each runbook is followed. */
const place = ({phase, done}: CheckProgress): number => (phase === 'reach' ? done : done + 2)

function checkPart(
  {args, parts, heap}: Sharing,
  index: number,
  hear: (index: number, progress: CheckProgress) => void,
): Promise<CheckReport> {
  const memory = heap === undefined ? [] : [`--max-old-space-size=${heap}`]
  const child = fork(process.argv[1]!, ['verify', ...args, '--part', `${index + 1}/${parts}`], {
    execArgv: [...process.execArgv, ...memory],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    let report: CheckReport | undefined
    child.on('message', (message: PartMessage) => {
      if ('report' in message) report = message.report
      else hear(index, message.progress)
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (report) resolve(report)
      else reject(new Error(`part ${index + 1} of the check ended with ${code ?? signal}`))
    })
  })
}
