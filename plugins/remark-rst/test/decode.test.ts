import {expect, it} from 'vitest'
import {decode} from '../src/decode.ts'

it.each([
  ['utf-8', [0xc3, 0xa9], 'é'],
  ['utf-16', [0xfe, 0xff, 0x00, 0xe9], 'é'],
  ['utf-16', [0xff, 0xfe, 0xe9, 0x00], 'é'],
  ['latin1', [0xe9, 0x85], 'é\u0085'],
  ['ascii', [0x41], 'A'],
  ['koi8-r', [0xc1], 'а'],
])('%s %j', (encoding, bytes, expected) => {
  expect(decode(Uint8Array.from(bytes), encoding)).toBe(expected)
})

it.each([
  ['utf-8', [0x41, 0xfe], "'utf-8' codec can't decode byte 0xfe in position 1: invalid start byte"],
  [
    'utf-8',
    [0xe6, 0x20],
    "'utf-8' codec can't decode byte 0xe6 in position 0: invalid continuation byte",
  ],
  [
    'utf-8',
    [0xe2, 0x82, 0x20],
    "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte",
  ],
  [
    'utf-8',
    [0xe2, 0x82],
    "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data",
  ],
  [
    'utf-8',
    [0xed, 0xa0, 0x80],
    "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte",
  ],
  [
    'ascii',
    [0x41, 0xc3],
    "'ascii' codec can't decode byte 0xc3 in position 1: ordinal not in range(128)",
  ],
])('%s %j is refused', (encoding, bytes, detail) => {
  expect(decode(Uint8Array.from(bytes), encoding)).toEqual({reason: 'encoding', detail})
})

it('refuses files with NUL bytes as binary', () => {
  expect(decode(Uint8Array.from([0x41, 0]))).toEqual({reason: 'binary'})
})
