import {headCommit} from 'remark-rst/head-commit'

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
  const commit = headCommit(siteDir)
  const now = new Date().toISOString()
  const {hash = '', time = now} = commit ?? {}
  return {commit: hash, date: time.slice(0, 10), build: commit ? `${hash}-${time}` : now}
}
