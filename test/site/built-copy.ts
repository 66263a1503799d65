import {afterAll, beforeAll, expect, test} from 'vitest'
import {BuiltPage} from './built-page.ts'
import {type Run, SiteCopy} from './site-copy.ts'

/** A copy of a site that the tests of a `describe` look at. */
export interface BuiltCopy {
  readonly folder: string
  read(name: string): string
  /** A page by its address, without the first slash. */
  page(address: string): BuiltPage
}

/**
 * Copies a site and builds it, once for all tests of the `describe` that it is called in. The
 * first of them holds that it builds without a message.
 *
 * @param source folder to copy, relative to the repository
 * @param prepare what is changed in the copy before it is built
 */
export function builtCopy(
  source: string,
  prepare: (site: SiteCopy) => void = () => undefined,
): BuiltCopy {
  let site: SiteCopy
  let run: Run

  beforeAll(() => {
    site = new SiteCopy(source)
    prepare(site)
    run = site.build()
  })
  afterAll(() => site.remove())

  test('builds without a message', () => {
    expect(run.output).not.toMatch(/warning|error/i)
    expect(run.code).toBe(0)
  })

  return {
    get folder() {
      return site.folder
    },
    read: (name) => site.read(name),
    page: (address) => new BuiltPage(site.read(`build/${address}/index.html`)),
  }
}
