import {execFileSync} from 'node:child_process'

/** The commit that the sources in a folder are at. */
export interface Commit {
  /** Short hash. */
  hash: string
  /** ISO 8601, in the time zone of whoever committed it. */
  time: string
}

/** The last commit of the repository that a folder is in; undefined outside of git. */
export function headCommit(folder: string): Commit | undefined {
  try {
    const words = ['-C', folder, 'log', '-1', '--format=%h %cI']
    const output = execFileSync('git', words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [hash, time] = output.trim().split(' ')
    return hash && time ? {hash, time} : undefined
  } catch {
    return undefined
  }
}

/** ISO date of the sources in a folder, so that an old checkout is judged as of its day; else today. */
export function sourceDate(folder: string): string {
  return (headCommit(folder)?.time ?? new Date().toISOString()).slice(0, 10)
}
