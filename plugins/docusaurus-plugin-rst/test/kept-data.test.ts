import {cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {readKept, writeKept} from '../src/kept-data.ts'

const data = {pages: new Map([['a.rst', {ids: new Set(['x']), title: undefined}]]), at: new Date(0)}

describe('what was kept', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'kept-'))
    file = path.join(folder, 'below', 'data')
    writeKept(file, 'key', data)
  })
  afterEach(() => rmSync(folder, {recursive: true}))

  test('is read as it was', () => expect(readKept(file, 'key')).toEqual(data))

  test('takes the place of what was kept before', () => {
    writeKept(file, 'key', 1)
    expect(readKept(file, 'key')).toBe(1)
  })

  test.each<[string, () => void]>([
    ['missing', () => rmSync(file)],
    ['empty', () => truncateSync(file)],
    ['cut off', () => truncateSync(file, readFileSync(file).length - 1)],
    ['changed', () => writeFileSync(file, readFileSync(file).fill(0, 40, 41))],
    [
      'something else',
      () => writeFileSync(file, 'This is no data of ours, whoever wrote it here.'),
    ],
    ['of another key', () => writeKept(file, 'other', data)],
    [
      'of another place',
      () => {
        const other = path.join(folder, 'other')
        writeKept(other, 'key', data)
        cpSync(other, file)
      },
    ],
  ])('is nothing if the file is %s', (_, spoil) => {
    spoil()
    expect(readKept(file, 'key')).toBeUndefined()
  })
})
