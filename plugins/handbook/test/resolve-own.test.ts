import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, expect, it} from 'vitest'
import {resolveOwn} from '../src/compile.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handbook-')))
afterAll(() => rmSync(folder, {recursive: true}))

function write(path: string, text = ''): void {
  mkdirSync(dirname(join(folder, path)), {recursive: true})
  writeFileSync(join(folder, path), text)
}

// As package managers lay it out that keep what a package depends on to it.
const store = 'node_modules/.store/handbook/node_modules'
const exports = {'./compile-child': './child.mjs'}
write(`${store}/@handrail/handbook/package.json`, JSON.stringify({exports}))
write(`${store}/@handrail/handbook/child.mjs`)
write(`${store}/fonts/a.ttf`)
write('node_modules/command/dist/print.mjs')
mkdirSync(join(folder, 'node_modules/command/node_modules/@handrail'), {recursive: true})
symlinkSync(
  join(folder, store, '@handrail/handbook'),
  join(folder, 'node_modules/command/node_modules/@handrail/handbook'),
)
const bundle = pathToFileURL(join(folder, 'node_modules/command/dist/print.mjs')).href

it('finds what only this package sees, from a bundle that does not', () => {
  expect(resolveOwn('fonts/a.ttf', bundle)).toBe(join(folder, store, 'fonts/a.ttf'))
  expect(() => resolveOwn('others/b.ttf', bundle)).toThrow('others/b.ttf')
})

it('finds this package from within', () => {
  expect(resolveOwn('@handrail/handbook/compile-child')).toMatch(/compile-child\.mjs$/)
})
