import {describe, expect, it} from 'vitest'
import {
  singleCharacter,
  singleCharacterOrSpace,
  unicodeCode,
} from '../src/directive/convert/character.ts'
import {choice, valueOr} from '../src/directive/convert/choice.ts'
import {classes} from '../src/directive/convert/class.ts'
import {encoding} from '../src/directive/convert/encoding.ts'
import {
  lengthOrPercentageOrPixels,
  lengthOrPercentageOrUnitless,
  lengthOrUnitless,
} from '../src/directive/convert/length.ts'
import {
  integer,
  nonnegativeInteger,
  percentage,
  positiveIntegers,
} from '../src/directive/convert/number.ts'
import {parserName} from '../src/directive/convert/parser-name.ts'
import {flag, path, unchanged, unchangedRequired, uri} from '../src/directive/convert/text.ts'
import {type Converter, Refusal} from '../src/directive/spec.ts'

const noInteger =
  "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"
const noValue = 'argument required but none supplied'
const units = 'em, ex, ch, rem, vw, vh, vmin, vmax, cm, mm, Q, in, pt, pc, px'
const noMeasure = 'not a positive number or measure of one of the following units:\n'

/** A value, or the reason of a refusal. */
function result(converter: Converter<unknown>, text: string | undefined): unknown {
  const value = converter(text)
  return value instanceof Refusal ? {refused: value.reason} : value
}

const table: [string, Converter<unknown>, [string | undefined, unknown][]][] = [
  [
    'flag',
    flag,
    [
      [undefined, true],
      ['a', {refused: 'no argument is allowed; "a" supplied'}],
    ],
  ],
  [
    'unchanged',
    unchanged,
    [
      [undefined, ''],
      [' a ', ' a '],
    ],
  ],
  [
    'unchangedRequired',
    unchangedRequired,
    [
      [undefined, {refused: noValue}],
      ['a', 'a'],
    ],
  ],
  [
    'path',
    path,
    [
      [undefined, {refused: noValue}],
      ['a/\n b.rst', 'a/b.rst'],
    ],
  ],
  [
    'uri',
    uri,
    [
      ['a b\nc', 'abc'],
      ['a\\ b', 'a b'],
      [undefined, {refused: noValue}],
    ],
  ],
  [
    'integer',
    integer,
    [
      [' +07 ', 7],
      ['1_000', 1000],
      ['-0', 0],
      ['1__0', {refused: "invalid literal for int() with base 10: '1__0'"}],
      ["it's", {refused: 'invalid literal for int() with base 10: "it\'s"'}],
      [undefined, {refused: noInteger}],
    ],
  ],
  [
    'nonnegativeInteger',
    nonnegativeInteger,
    [
      ['0', 0],
      ['-1', {refused: 'negative value; must be positive or zero'}],
    ],
  ],
  [
    'percentage',
    percentage,
    [
      ['50 %', 50],
      ['50%%', 50],
      ['%', {refused: "invalid literal for int() with base 10: ''"}],
      [undefined, {refused: noInteger}],
    ],
  ],
  [
    'positiveIntegers',
    positiveIntegers,
    [
      ['1 2\n3', [1, 2, 3]],
      ['1, 2', [1, 2]],
      ['1,,2', {refused: "invalid literal for int() with base 10: ''"}],
      ['0', {refused: 'negative or zero value; must be positive'}],
      [undefined, {refused: "argument of type 'NoneType' is not iterable"}],
    ],
  ],
  [
    'lengthOrUnitless',
    lengthOrUnitless,
    [
      ['3 em', '3em'],
      ['007', '7'],
      ['1.50Q', '1.5Q'],
      ['2.', '2.0'],
      ['.00001', '1e-05'],
      ['100000000000000000.0', '1e+17'],
      ['99999999999999999999', '99999999999999999999'],
      ['1.2.3', {refused: '"1.2.3" is no valid measure.'}],
      ['50%', {refused: noMeasure + units}],
      ['-1', {refused: noMeasure + units}],
      [undefined, {refused: "expected string or bytes-like object, got 'NoneType'"}],
    ],
  ],
  [
    'lengthOrPercentageOrUnitless',
    lengthOrPercentageOrUnitless,
    [
      ['50 %', '50%'],
      ['3', '3'],
      ['3 parsec', {refused: `${noMeasure}${units}, %`}],
    ],
  ],
  [
    'lengthOrPercentageOrPixels',
    lengthOrPercentageOrPixels,
    [
      ['3', '3px'],
      ['3em', '3em'],
    ],
  ],
  [
    'classes',
    classes,
    [
      ['A  b_C\nd', ['a', 'b-c', 'd']],
      ['1', {refused: 'cannot make "1" into a class name'}],
      [undefined, {refused: noValue}],
    ],
  ],
  [
    'singleCharacter',
    singleCharacter,
    [
      ['a', 'a'],
      ['0x7C', '|'],
      ['U+1F600', '😀'],
      ['tab', {refused: "'tab' invalid; must be a single character or a Unicode code"}],
    ],
  ],
  [
    'singleCharacterOrSpace',
    singleCharacterOrSpace,
    [
      ['tab', '\t'],
      ['space', ' '],
      [';', ';'],
    ],
  ],
  [
    'choice',
    choice('top', 'entry', 'none'),
    [
      [' TOP ', 'top'],
      ['x', {refused: '"x" unknown; choose from "top", "entry", or "none"'}],
      [undefined, {refused: 'must supply an argument; choose from "top", "entry", or "none"'}],
    ],
  ],
  [
    'valueOr',
    valueOr(['auto'], integer),
    [
      ['auto', 'auto'],
      ['3', 3],
    ],
  ],
  [
    'encoding',
    encoding,
    [
      ['UTF_8', 'utf-8'],
      ['latin-1', 'latin1'],
      ['iso8859-15', 'iso-8859-15'],
      ['shift_jis', 'shift-jis'],
      ['ebcdic', {refused: 'unknown encoding: "ebcdic"'}],
      [undefined, {refused: 'lookup() argument must be str, not None'}],
    ],
  ],
  [
    'parserName',
    parserName,
    [
      ['reStructuredText', 'rst'],
      ['null', 'null'],
      ['a.b', {refused: 'Parser "a.b" not found. No module named \'a\''}],
    ],
  ],
]

describe.each(table)('%s', (_, converter, cases) => {
  it.each(cases)('%j', (text, expected) => {
    expect(result(converter, text)).toEqual(expected)
  })
})

describe('unicodeCode', () => {
  it.each([
    ['65', 'A'],
    ['\\u41', 'A'],
    ['&#x41;', 'A'],
    ['0xHEX', '0xHEX'],
    ['1114111', '\u{10ffff}'],
  ])('%s', (code, expected) => {
    expect(unicodeCode(code)).toBe(expected)
  })

  it('refuses what is no character', () => {
    expect(unicodeCode('0x110000')).toMatchObject({reason: 'chr() arg not in range(0x110000)'})
    expect(unicodeCode('99999999999')).toMatchObject({
      reason: 'code too large (Python int too large to convert to C int)',
    })
  })
})
