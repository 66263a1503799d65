import {fork} from 'node:child_process'
import {type CheckProgress, type CheckReport, mergeReports} from '@handrail/runbook/check'

/** What a process that checks one part tells the one that started it. */
export type PartMessage = {readonly progress: CheckProgress} | {readonly report: CheckReport}

/** How a check is shared out. */
export interface Sharing {
  /** The arguments of `handrail verify` that say what to check. */
  readonly args: readonly string[]
  /** Processes to start. */
  readonly parts: number
  /** The most memory for the objects of each process, in MB; no limit if absent. */
  readonly heap?: number
  /** Hears of a runbook when the last of the processes has come to it. */
  readonly onProgress: (progress: CheckProgress) => void
}

/** Checks in several processes of this same command, and puts their reports together. */
export async function checkInParts(sharing: Sharing): Promise<CheckReport> {
  const {parts, onProgress} = sharing
  const latest = new Map<number, CheckProgress>()
  let told = -1
  const hear = (index: number, progress: CheckProgress): void => {
    latest.set(index, progress)
    const slowest = [...latest.values()].reduce((a, b) => (place(b) < place(a) ? b : a))
    if (latest.size < parts || place(slowest) <= told) return
    told = place(slowest)
    onProgress(slowest)
  }
  const indexes = Array.from({length: parts}, (_, index) => index)
  const [first, ...rest] = await Promise.all(
    indexes.map((index) => checkPart(sharing, index, hear)),
  )
  return mergeReports([first!, ...rest])
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
