import {execFileSync} from 'node:child_process'

/** Which state of the sources a site was built from. */
export interface Version {
  /** Short hash of the commit, empty outside of git. */
  commit: string
  /** Date of that commit, or of the build outside of git; YYYY-MM-DD. */
  date: string
  /** Tells two builds apart. */
  build: string
}

export function siteVersion(siteDir: string): Version {
  const now = new Date().toISOString()
  try {
    const format = ['log', '-1', '--format=%h %cs %ct']
    const log = execFileSync('git', format, {cwd: siteDir, encoding: 'utf8', stdio: 'pipe'})
    const [commit, date, seconds] = log.trim().split(' ')
    return {commit: commit!, date: date!, build: `${commit}-${seconds}`}
  } catch {
    return {commit: '', date: now.slice(0, 10), build: now}
  }
}
