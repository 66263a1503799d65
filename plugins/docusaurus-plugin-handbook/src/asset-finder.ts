import {readFileSync, realpathSync} from 'node:fs'
import {dirname, join, sep} from 'node:path'
import type {Asset, HandbookOptions} from '@handrail/handbook'
import {imageSize} from 'image-size'

/** Finds the pictures of a site: beside the page, in `static` for an absolute path, or by `@site/`. */
export function assetFinder(siteDir: string): NonNullable<HandbookOptions['asset']> {
  const root = realpathSync(siteDir) + sep
  return (url, page) => {
    if (/^[a-z][a-z+.-]*:/i.test(url)) return undefined
    try {
      const real = realpathSync(join(siteDir, folderOf(url, page), pathOf(url)))
      return real.startsWith(root) ? asset(real) : undefined
    } catch {
      return undefined
    }
  }
}

function folderOf(url: string, page: string): string {
  if (url.startsWith('@site/')) return '.'
  return url.startsWith('/') ? 'static' : dirname(page)
}

/** The path that an address stands for: `my%20picture.png` has a blank, `100%.png` is as it is. */
function pathOf(url: string): string {
  const path = url.replace(/^@site\//, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
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
