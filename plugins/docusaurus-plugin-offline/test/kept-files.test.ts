import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {keptFiles} from '../src/kept-files.ts'

let site: string
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'site-'))
})
afterEach(() => rmSync(site, {recursive: true}))

test('first come the chosen pages with what they load, then what is next, then the smallest', () => {
  write('index.html', '<link rel=stylesheet href="/base/a.css"><script src="b.js?x"></script>')
  write('a.css', 'a')
  write('b.js', 'b')
  write('guide/index.html', '<script src="/c.js"></script>'.padEnd(500))
  write('c.js', 'c')
  write('not-saved.html', '')
  write('book.pdf', ''.padEnd(1000))
  expect(urls()).toEqual({
    first: ['a.css', 'b.js', 'index.html', 'not-saved.html'],
    rest: ['book.pdf', 'c.js', 'guide/index.html'],
  })
})

test('what has to come from the server, other sites below this one, and what is left out', () => {
  for (const path of ['service-worker.js', 'version.json', 'sitemap.xml', 'a.js.map', 'a.js.gz']) {
    write(path, '')
  }
  write('de/index.html', '')
  write('large.pdf', '')
  write('kept.html', '')
  expect(urls(['de'], ['*.pdf'])).toEqual({first: [], rest: ['kept.html']})
})

test('a file is known by the hash of its bytes', () => {
  write('index.html', 'text')
  const [file] = keptFiles(site, [], {first: ['index.html'], next: [], leaveOut: []}).first
  const hash = createHash('sha256').update('text').digest('base64')
  expect(file).toMatchObject({integrity: `sha256-${hash}`})
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(site, path)), {recursive: true})
  writeFileSync(join(site, path), text)
}

function urls(others: string[] = [], leaveOut: string[] = []) {
  const {first, rest} = keptFiles(site, others, {
    first: ['index.html'],
    next: ['book.pdf'],
    leaveOut,
  })
  return {first: first.map(({url}) => url), rest: rest.map(({url}) => url)}
}
