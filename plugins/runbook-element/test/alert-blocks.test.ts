import type {RootContent} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {expect, test} from 'vitest'
import {alertBlocks} from '../src/alert-blocks.ts'
import {textOf} from './text-of.ts'

function first(markdown: string): RootContent {
  return fromMarkdown(markdown).children[0]!
}

function texts(markdown: string): string[] | undefined {
  return alertBlocks(first(markdown))?.map((node) => textOf([node]))
}

test('an alert is its blocks without the marker', () => {
  expect(texts('> [!CAUTION]\n> All writes are lost.\n>\n> For good.')).toEqual([
    'All writes are lost.',
    'For good.',
  ])
})

test('words on the line of the marker stay', () => {
  expect(texts('> [!WARNING] It takes *long*.')).toEqual(['It takes long.'])
})

test('a marker alone leaves no empty paragraph', () => {
  expect(texts('> [!NOTE]\n>\n> - one')).toEqual(['one'])
})

test('a marker is read in any case', () => {
  expect(texts('> [!danger] Stop.')).toEqual(['Stop.'])
})

test.each(['> A quotation.', '> [!LOUD] No such alert.', '> **bold** [!NOTE]', 'A paragraph.'])(
  '%s is no alert',
  (markdown) => {
    expect(alertBlocks(first(markdown))).toBeUndefined()
  },
)

test('the node itself is not changed', () => {
  const node = first('> [!TIP] Look twice.')
  const before = structuredClone(node)
  alertBlocks(node)
  expect(node).toEqual(before)
})
