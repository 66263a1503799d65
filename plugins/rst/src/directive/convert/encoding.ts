import {type Converter, Refusal} from '../spec.ts'

/** The families of encodings docutils' host language can read, by their usual spellings. */
const known = new RegExp(
  '^(?:' +
    [
      'u8|utf(?:-?(?:7|8|8-sig|16|16-[bl]e|32|32-[bl]e))?',
      'ascii|us-ascii|latin(?:-?(?:10|[1-9]))?|l(?:10|[1-9])|iso-?8859(?:-(?:1[0-6]|[1-9]))?',
      '(?:cp|windows-?|ibm)-?\\d{3,5}|mac-?\\w+|koi8-?[rtu]|kz-?1048|ptcp154|tis-?620',
      'big5(?:-?hkscs)?|euc-?(?:cn|kr|jp|jis-2004|jisx0213)|gbk|gb2312|gb18030|hz(?:-gb-?2312)?',
      's(?:hift)?-?jis(?:-2004|x0213)?|iso-?2022-(?:jp(?:-(?:1|2|3|2004|ext))?|kr)|johab',
    ].join('|') +
    ')$',
)

const expected = 'the name of an encoding'

/** Spellings that the Encoding Standard, which decoders go by, has in another form. */
const standard: readonly [RegExp, string][] = [
  [/^(?:u8|utf|utf-?8(?:-sig)?)$/, 'utf-8'],
  [/^utf-?16(-[bl]e)?$/, 'utf-16$1'],
  [/^(?:latin-?|l)(\d+)$/, 'latin$1'],
  [/^iso-?8859-(\d+)$/, 'iso-8859-$1'],
  [/^(?:windows-?|cp-?)(\d+)$/, 'cp$1'],
]

/** The name of an encoding, in the Encoding Standard's spelling where that knows it. */
export const encoding: Converter<string> = (text) => {
  if (text === undefined) return new Refusal('lookup() argument must be str, not None', expected)
  const name = text.toLowerCase().replace(/[ _]+/g, '-')
  if (!known.test(name)) return new Refusal(`unknown encoding: "${text}"`, expected)
  const match = standard.find(([spelling]) => spelling.test(name))
  return match ? name.replace(...match) : name
}
