import {expect, it} from 'vitest'
import {parse, preparePage, readTitle, type ParseOptions} from '../src/index.ts'
import {memoryFiles} from './memory-files.ts'

const options: ParseOptions = {
  path: 'page.rst',
  prolog: parse('.. |host| replace:: be1\n'),
  load: memoryFiles({'head.txt': 'From a file\n-----------\n'}),
}

it.each([
  ['an underlined title', 'Title\n=====\n\nText.\n', 'Title'],
  ['an overlined title', '=====\nTitle\n=====\n\nText.\n', 'Title'],
  ['a title behind a label and a comment', '.. _a:\n\n.. comment\n\nTitle\n-----\n', 'Title'],
  ['a substitution of the prolog', 'About |host|\n============\n', 'About be1'],
  ['a title behind a text', 'Text.\n\nTitle\n=====\n\nOther\n=====\n', 'Title'],
  ['a title in an included file', '.. include:: head.txt\n\nOther\n=====\n', 'From a file'],
  ['a title of Windows', 'Title\r\n=====\r\n', 'Title'],
])('reads %s', (_, text, title) => {
  expect(readTitle(text, options)).toBe(title)
  expect(preparePage(parse(text, options)).title).toBe(title)
})

it.each([
  ['a page without a title', 'Text.\n\n----\n\nText.\n'],
  [
    'a title whose words are defined further down',
    'At |host|\n=========\n\n.. |host| replace:: X\n',
  ],
  ['a title with a word that nothing defines', 'At |port|\n=========\n'],
  ['a page that begins with many transitions', 'A\n\n----\n\n'.repeat(5) + 'Title\n=====\n'],
])('leaves %s to those who read the whole', (_, text) => {
  expect(readTitle(text, options)).toBeUndefined()
})
