import {expect, it} from 'vitest'
import {type LoadedFile, parse} from '../src/index.ts'
import {elementsOf} from '../src/resolve/walk.ts'

/** The place of the first element of a type, as `line:column-line:column`. */
function placeOf(text: string, type: string): string | undefined {
  const position = elementsOf(parse(text, {path: 'test'}).tree, type)[0]?.position
  if (!position) return undefined
  const {start, end} = position
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

it.each([
  ['an *emphasis* here', 'emphasis', '1:4-1:14'],
  ['one\ntwo *three\nfour* five', 'emphasis', '2:5-3:6'],
  ['- item\n\n  with *emphasis*', 'emphasis', '3:8-3:18'],
  ['  quoted *text*', 'emphasis', '1:10-1:16'],
  ['tab\tand *text*', 'emphasis', '1:13-1:19'],
  ['1. a\n2. *b*', 'emphasis', '2:4-2:7'],
  [':field: *b*', 'emphasis', '1:9-1:12'],
  [':a *b*: c', 'emphasis', '1:4-1:7'],
  ['term\n  *b*', 'emphasis', '2:3-2:6'],
  ['| one\n| *b*', 'emphasis', '2:3-2:6'],
  ['=====\n *a*\n=====', 'emphasis', '2:2-2:5'],
  ['.. [1] *b*', 'emphasis', '1:8-1:11'],
  ['.. |a| replace:: |b|', 'substitution_reference', '1:18-1:21'],
  ['.. note:: *b*', 'emphasis', '1:11-1:14'],
  ['.. note::\n   :class: a\n\n   - *b*', 'emphasis', '4:6-4:9'],
  ['+----+\n| a  |\n| *b*|\n+----+', 'emphasis', '3:3-3:6'],
  ['==  ===\na   *b*\n==  ===', 'emphasis', '2:5-2:8'],
  ['a `phrase <http://a.b>`_', 'target', '1:10-1:23'],
  ['see `*not*`: :emphasis:`text`', 'emphasis', '1:14-1:30'],
  ['text http://a.b', 'reference', '1:6-1:16'],
  ['  a\n\n  -- *b*', 'emphasis', '3:6-3:9'],
])('knows where %j has its %s', (text, type, place) => {
  expect(placeOf(text, type)).toBe(place)
})

it('knows the file and the includes a message comes through', () => {
  const files: Record<string, string> = {
    'a/one.rst': 'One.\n\n  .. include:: two.rst\n',
    'a/two.rst': 'Two *open.\n',
  }
  const load = ({path}: {path: string}): LoadedFile => ({path, text: files[path]!})
  const {messages} = parse('Text.\n\n- .. include:: a/one.rst\n', {path: 'page.rst', load})
  expect(messages).toHaveLength(1)
  const [{place, includedFrom}] = messages as [(typeof messages)[0]]
  expect(place).toEqual({file: 'a/two.rst', line: 1, column: 5, endLine: 1, endColumn: 6})
  expect(includedFrom.map(({file, line, column}) => `${file}:${line}:${column}`)).toEqual([
    'a/one.rst:3:3',
    'page.rst:3:3',
  ])
})
