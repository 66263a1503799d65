import {deflateSync, inflateSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {packObjects} from '../src/pdf/pack-objects.ts'

const pack = (text: string) => latin1(packObjects(bytes(text), (data) => deflateSync(data)))

/** A file with a catalog, a page tree and a stream, laid out as the compiler does. */
function smallPdf(): string {
  const objects = [
    '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n',
    '2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n',
    '3 0 obj\n<</Length 5>>\nstream\n\x80bc\x00e\nendstream\nendobj\n',
  ]
  let text = '%PDF-1.7\n%\x80\x80\x80\x80\n'
  const table = objects.map((object) => {
    const row = `${String(text.length).padStart(10, '0')} 00000 n\r\n`
    text += object
    return row
  })
  return (
    `${text}xref\n0 4\n0000000000 65535 f\r\n${table.join('')}` +
    `trailer\n<</Size 4/Root 1 0 R/ID[(a)(b)]>>\nstartxref\n${text.length}\n%%EOF`
  )
}

describe('packing the objects of a PDF', () => {
  const packed = pack(smallPdf())

  it('puts objects that are no streams into a compressed one', () => {
    const stream = /\/Type\/ObjStm\/N 2\/First 9[^>]*>>\nstream\n/.exec(packed)!
    const start = stream.index + stream[0].length
    expect(latin1(inflateSync(bytes(packed.slice(start))))).toBe(
      '1 0 2 30 <</Type/Catalog/Pages 2 0 R>>\n<</Type/Pages/Kids[]/Count 0>>\n',
    )
  })

  it('copies streams byte for byte', () => {
    expect(packed).toContain('3 0 obj\n<</Length 5>>\nstream\n\x80bc\x00e\nendstream\nendobj\n')
  })

  it('has a cross-reference stream that finds each of them', () => {
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(packed)![1])
    const table = packed.slice(start)
    expect(table).toMatch(
      /^5 0 obj\n<<\/Type\/XRef\/Size 6\/W\[1 4 2\]\/Root 1 0 R\/ID\[\(a\)\(b\)\]/,
    )
    const rows = inflateSync(bytes(table.slice(table.indexOf('stream\n') + 7)))
    expect([...rows.subarray(7, 14)]).toEqual([2, 0, 0, 0, 4, 0, 0])
    expect([...rows.subarray(14, 21)]).toEqual([2, 0, 0, 0, 4, 0, 1])
    expect(rows.readUInt32BE(3 * 7 + 1)).toBe(packed.indexOf('3 0 obj'))
  })

  it.each([
    ['nothing', ''],
    ['no PDF', 'hello'],
    ['one that was packed already', packed],
    ['one that was changed later', smallPdf().replace('/ID', '/Prev 9/ID')],
    ['one that breaks off', smallPdf().slice(0, 200)],
  ])('returns %s unchanged', (_, text) => {
    expect(pack(text)).toBe(text)
  })
})

function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function latin1(data: Uint8Array): string {
  return Buffer.from(data).toString('latin1')
}
