import {describe, expect, test} from 'vitest'
import {checkSource} from '../src/check-source.ts'

/** The rule and place of each message, as `rule line:column-column`. */
function found(text: string): string[] {
  return checkSource('page.rst', text).map(
    ({ruleId, place}) => `${ruleId} ${place.line}:${place.column}-${place.endColumn}`,
  )
}

describe('markup that is none', () => {
  test.each([
    ['..note:: text', ['directive-space 1:1-9']],
    ['   ..code-blok:: sh', ['directive-space 1:4-17']],
    ['.. note::text', ['directive-space 1:1-10']],
    ['.. note: text', ['directive-colon 1:1-9']],
    ['.. include : x.rst', ['directive-colon 1:1-13']],
    ['* text .. include:: x', ['directive-midline 1:8-20']],
    ['Text, then .. note:: x', ['directive-midline 1:12-21']],
    ['\ttext', ['tab 1:1-2']],
    ['text\n  \tmore', ['tab 2:3-4']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('what only looks like it', () => {
  test.each([
    ['.. note:: text'],
    ['.. note::'],
    ['* .. include:: x'],
    ['* - .. note:: .. include:: x'],
    ['.. note:: .. include:: x'],
    ['.. .. include:: x'],
    ['.. |name| image:: x.png'],
    ['| cell | .. note:: in a table'],
    ['the markup ``.. note::`` of RST'],
    ['.. TODO: a comment'],
    ['A literal block::\n\n  ..note:: as it is\n  * x .. include:: y'],
    ['- In a list::\n\n    ..note:: as it is'],
    ['.. code-block:: rst\n\n   ..note:: as it is'],
    ['.. a comment\n   with ..note:: x\n   .. note: y'],
    ['Wait ... note:: this'],
  ])('%j', (text) => {
    expect(found(text)).toEqual([])
  })
})

test('a severity may be changed, or switch a rule off', () => {
  const [message] = checkSource('page.rst', '..note:: x', {'directive-space': 'error'})
  expect(message).toMatchObject({severity: 'error', ruleId: 'directive-space'})
  expect(checkSource('page.rst', '..note:: x', {'directive-space': 'off'})).toEqual([])
})

test('the name that may be meant is in the sentence', () => {
  expect(checkSource('page.rst', '..code-blok:: sh')[0]!.reason).toBe(
    'Unexpected `..code-blok::`, expected `.. code-block::` and a space',
  )
})

test('directives of a site’s own are known', () => {
  expect(checkSource('page.rst', '..slide:: x', {}, ['slide'])).toHaveLength(1)
})
