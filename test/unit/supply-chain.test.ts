import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {type LockFile, licencesOf} from '../../src/licences/licences-of.ts'

const lock: LockFile = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const installed = Object.entries(lock.packages)

/** Licences under which anyone may use, change and pass on the work, each read before it was added. */
const accepted = new Set([
  '(BSD-2-Clause OR MIT OR Apache-2.0)',
  '(MIT OR CC0-1.0)',
  '(WTFPL OR MIT)',
  '0BSD',
  'Apache-2.0',
  'Apache-2.0 AND MIT',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT AND OFL-1.1',
  'MIT-0',
  'MPL-2.0',
  'Python-2.0',
])

test('every package in use has a licence that was accepted', () => {
  const others = licencesOf(lock).filter(({licence}) => !accepted.has(licence))
  expect(others).toEqual([])
})

test('a package without a licence is told apart', () => {
  const packages = {'': {}, 'node_modules/a/node_modules/@b/c': {version: '1.0.0'}}
  expect(licencesOf({packages})).toEqual([{licence: 'unknown', packages: ['@b/c@1.0.0']}])
})

test('no other package wants to run a script when it is installed', () => {
  const withScript = installed.filter(([, {hasInstallScript, dev}]) => hasInstallScript && !dev)
  // None of the three does anything that is needed: `npm run nightly` builds without them.
  expect(withScript.map(([path]) => path)).toEqual([
    'node_modules/@swc/core',
    'node_modules/core-js',
    'node_modules/esbuild',
  ])
})

test('nothing is installed from elsewhere than the public registry', () => {
  const elsewhere = installed.filter(
    ([, {resolved, link}]) =>
      !link && resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
  )
  expect(elsewhere).toEqual([])
})
