import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import type {Load} from '@handrail/rst'
import {fileLoader, isFileWithin, liesWithin} from '../src/files.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'files-'))
  write('docs/server/page.rst', 'page')
  write('docs/shared.rst', 'shared')
  write('includes/ha/drbd.rst', 'drbd')
  write('more/ha/other.rst', 'other')
  write('more/ha/drbd.rst', 'second')
  write('secret.txt', 'secret')
})

afterEach(() => rmSync(root, {recursive: true}))

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(root, name)), {recursive: true})
  writeFileSync(path.join(root, name), content)
}

function loader() {
  return fileLoader({root, roots: ['docs'], includeRoots: ['includes', 'more'], maxSize: 1000})
}

/** Loads a path as an include in `docs/server/page.rst` would ask for it. */
function load(written: string, read: Load = loader()) {
  const document = 'docs/server/page.rst'
  const target = written.startsWith('/') ? written : path.posix.join('docs/server', written)
  return read({path: target, written, from: document, document})
}

describe('where a path leads', () => {
  test.each([
    ['beside the page', 'page.rst', 'docs/server/page.rst'],
    ['up within the pages', '../shared.rst', 'docs/shared.rst'],
    ['out of the pages, to an include root', '../../ha/drbd.rst', 'includes/ha/drbd.rst'],
    ['out of the pages, to the next include root', '../../ha/other.rst', 'more/ha/other.rst'],
    ['far out of the pages', '../../../../../ha/drbd.rst', 'includes/ha/drbd.rst'],
    ['straight to an include root', '../../includes/ha/drbd.rst', 'includes/ha/drbd.rst'],
    ['from the root of the pages', '/shared.rst', 'docs/shared.rst'],
    ['from an include root', '/ha/other.rst', 'more/ha/other.rst'],
  ])('%s', (_, written, name) => {
    expect(load(written)).toMatchObject({path: name, text: expect.any(String) as string})
  })

  test('text is decoded, without a byte order mark', () => {
    write('docs/server/mark.rst', '\ufeffä')
    expect(load('mark.rst')).toMatchObject({text: 'ä'})
  })

  test('from the root of the version that the page is of', () => {
    write('old/shared.rst', 'as it was')
    const read = fileLoader({root, roots: ['docs', 'old']})
    const request = {path: '/shared.rst', written: '/shared.rst', from: 'old/page.rst'}
    expect(read({...request, document: 'old/page.rst'})).toMatchObject({path: 'old/shared.rst'})
    expect(read({...request, document: 'docs/page.rst'})).toMatchObject({path: 'docs/shared.rst'})
  })
})

describe('what is refused', () => {
  function refusal(written: string) {
    const file = load(written)
    return 'refusal' in file ? file.refusal.reason : `read ${file.text}`
  }

  test('a file that is not there, with a near name', () => {
    expect(load('../sharde.rst')).toEqual({
      path: 'docs/sharde.rst',
      refusal: {reason: 'missing', near: 'shared.rst'},
    })
  })

  test('a file outside, through ..', () => expect(refusal('../../secret.txt')).toBe('outside'))

  test('a file outside, by its absolute path', () => {
    expect(refusal(path.join(root, 'secret.txt'))).toBe('outside')
    expect(refusal('/etc/hostname')).toBe('outside')
  })

  test('a file outside, through a symbolic link to it or to its folder', () => {
    symlinkSync(path.join(root, 'secret.txt'), path.join(root, 'docs/server/link.rst'))
    symlinkSync(root, path.join(root, 'includes/up'))
    expect(refusal('link.rst')).toBe('outside')
    expect(refusal('../../up/secret.txt')).toBe('outside')
  })

  test('a file outside that others ask about', () => {
    const roots = [path.join(root, 'docs')]
    const isWithin = (name: string) => isFileWithin(path.join(root, name), roots)
    symlinkSync(path.join(root, 'secret.txt'), path.join(root, 'docs/link.txt'))
    symlinkSync(path.join(root, 'docs'), path.join(root, 'other'))
    expect(isWithin('docs/shared.rst')).toBe(true)
    expect(isWithin('other/shared.rst')).toBe(true)
    for (const name of ['docs/link.txt', 'docs/../secret.txt', 'docs/none', 'docs/server', 'a\0'])
      expect(isWithin(name)).toBe(false)
    expect(liesWithin(path.join(root, 'docs/server'), roots)).toBe(true)
    expect(liesWithin(path.join(root, 'docs/shared.rst'), [path.join(root, 'other')])).toBe(true)
  })

  test('a folder whose name starts like a root', () => {
    write('docs-private/page.rst', 'private')
    expect(refusal('../../docs-private/page.rst')).toBe('outside')
  })

  test('a folder, a device, a pipe', () => {
    execFileSync('mkfifo', [path.join(root, 'docs/server/pipe.rst')])
    symlinkSync('/dev/zero', path.join(root, 'docs/server/zero.rst'))
    expect(refusal('.')).toBe('folder')
    expect(refusal('pipe.rst')).toBe('not-a-file')
    expect(refusal('zero.rst')).toBe('not-a-file')
  })

  test('what is no text, or too much of it', () => {
    write('docs/server/binary.rst', Uint8Array.of(1, 0, 2))
    write('docs/server/latin.rst', Uint8Array.of(0xe4, 0x20))
    write('docs/server/long.rst', 'x'.repeat(1001))
    expect(refusal('binary.rst')).toBe('binary')
    expect(refusal('latin.rst')).toBe('encoding')
    expect(refusal('long.rst')).toBe('too-large')
  })
})

describe('the cache', () => {
  test('the same file is the same object until it changes', () => {
    const first = load('page.rst')
    expect(load('page.rst')).toBe(first)
    write('docs/server/page.rst', 'egap')
    expect(load('page.rst')).toMatchObject({text: 'egap'})
  })

  test('a change that keeps size and time is seen', () => {
    const file = path.join(root, 'docs/server/page.rst')
    utimesSync(file, 1, 1)
    load('page.rst')
    write('docs/server/page.rst', 'egap')
    utimesSync(file, 1, 1)
    expect(load('page.rst')).toMatchObject({text: 'egap'})
  })

  test('whoever watches hears of all places that were looked at', () => {
    const looked: string[] = []
    load(
      '../../ha/other.rst',
      loader().watched((file) => looked.push(file)),
    )
    expect(looked.map((file) => path.relative(root, file))).toEqual([
      'includes/ha/other.rst',
      'more/ha/other.rst',
    ])
  })
})
