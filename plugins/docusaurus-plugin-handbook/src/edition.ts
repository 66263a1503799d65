import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'

/** What the title page says of the edition; without git there is neither commit nor date. */
export interface Edition {
  title: string
  description?: string
  version?: string
  siteUrl?: string
  commit?: string
  /** ISO 8601, of the commit. */
  date?: string
}

/** The edition of a site: from its package.json and the commit it is at. */
export function edition(siteDir: string): Edition {
  const {description, version, homepage, handrail} = manifest(siteDir)
  const [commit, date] = head(siteDir)
  return {
    title: handrail?.title ?? 'Handbook',
    ...(description && {description}),
    ...(version && {version}),
    ...(homepage && {siteUrl: homepage}),
    ...(commit && {commit}),
    ...(date && {date}),
  }
}

interface Manifest {
  description?: string
  version?: string
  homepage?: string
  handrail?: {title?: string}
}

function manifest(siteDir: string): Manifest {
  try {
    return JSON.parse(readFileSync(join(siteDir, 'package.json'), 'utf8'))
  } catch {
    return {}
  }
}

function head(siteDir: string): string[] {
  try {
    const words = ['-C', siteDir, 'log', '-1', '--format=%h %cI']
    const output = execFileSync('git', words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return output.trim().split(' ')
  } catch {
    return []
  }
}
