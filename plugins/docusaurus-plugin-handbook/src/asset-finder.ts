import {readFileSync, realpathSync} from 'node:fs'
import {dirname, join, sep} from 'node:path'
import type {Asset, HandbookOptions} from '@handrail/handbook'
import {imageSize} from 'image-size'

/** Finds the pictures of a site: beside the page, or in `static` for an absolute path. */
export function assetFinder(siteDir: string): NonNullable<HandbookOptions['asset']> {
  const root = realpathSync(siteDir) + sep
  return (url, page) => {
    if (/^[a-z][a-z+.-]*:/i.test(url)) return undefined
    const file = url.startsWith('/')
      ? join(siteDir, 'static', url)
      : join(siteDir, dirname(page), url)
    try {
      const real = realpathSync(file)
      return real.startsWith(root) ? asset(real) : undefined
    } catch {
      return undefined
    }
  }
}

/** A picture with its natural width, where the file tells it. */
function asset(file: string): Asset {
  try {
    return {file, width: imageSize(readFileSync(file)).width}
  } catch {
    return {file}
  }
}
