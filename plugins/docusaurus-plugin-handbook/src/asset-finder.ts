import {realpathSync} from 'node:fs'
import {dirname, join, sep} from 'node:path'
import type {HandbookOptions} from '@handrail/handbook'

/** Finds the pictures of a site: beside the page, or in `static` for an absolute path. */
export function assetFinder(siteDir: string): NonNullable<HandbookOptions['asset']> {
  const root = realpathSync(siteDir) + sep
  return (url, page) => {
    if (/^[a-z][a-z+.-]*:/i.test(url)) return undefined
    const path = decodeURI(url.replace(/[?#].*/, ''))
    const file = path.startsWith('/')
      ? join(siteDir, 'static', path)
      : join(siteDir, dirname(page), path)
    try {
      const real = realpathSync(file)
      return real.startsWith(root) ? {file: real} : undefined
    } catch {
      return undefined
    }
  }
}
