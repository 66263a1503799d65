import type {Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import {readRunbook} from '../src/index.ts'
import {messageLine, outline} from './outline.ts'

const text = (value: string) => ({type: 'text' as const, value})
const paragraph = (...children: object[]) => ({type: 'paragraph', children})
const heading = (depth: number, value: string, id: string) => ({
  type: 'heading',
  depth,
  data: {id, hProperties: {id}},
  children: [text(value)],
})
const code = (lang: string, value: string, ...className: string[]) => ({
  type: 'code',
  lang,
  value,
  data: {hProperties: {className}},
})
const item = (...children: object[]) => ({type: 'listItem', children: [paragraph(...children)]})
const link = (url: string, value: string) => ({type: 'link', url, children: [text(value)]})
const span = (value: string) => ({type: 'inlineCode', value})

/** What a page of reStructuredText is as mdast. */
const root = {
  type: 'root',
  children: [
    heading(1, 'Split brain', 'split-brain'),
    paragraph(text('When to use it.')),
    heading(2, 'What’s new?', 'what-s-new'),
    {
      type: 'containerDirective',
      name: 'danger',
      children: [
        {...paragraph(text('Mind')), data: {directiveLabel: true}},
        paragraph(text('Data of the victim goes.')),
      ],
    },
    code('sh', 'rm -r /data/<RESOURCE>', 'on-new-primary', 'effect-destroy'),
    code('text', 'nothing', 'expect'),
    code('sh', 'hostname', 'on-each', 'effect-read'),
    {
      type: 'list',
      children: [
        item(span('both: cs=StandAlone'), text(' Both are apart → '), link('#id1', 'What’s new?')),
        item(text('Neither → '), link('other.rst#first-step', 'Other')),
      ],
    },
    heading(2, 'Done: so', 'id1'),
  ],
} as unknown as Root

describe('reading RST', () => {
  it('reads docinfo as text, classes without case, and ids as given', () => {
    const head = {
      runbook: 'split-brain',
      hosts: 'be1, be2',
      roles: 'NEW_PRIMARY, VICTIM',
      values: 'RESOURCE=pc0 ``[a-z]{1,8}``, SIZE [0-9]+G',
      covers: 'one: cs=StandAlone, both: cs=StandAlone',
      unproven: {type: 'list', children: [item(text('One, and more.')), item(text('Two.'))]},
      reviewed: '2026-11-23',
    }
    const {runbook, messages} = readRunbook({root, head, path: 'runbooks/split-brain.rst'})
    expect(messages.map(messageLine)).toEqual([])
    expect(runbook!.head).toMatchObject({
      hosts: ['be1', 'be2'],
      roles: ['NEW_PRIMARY', 'VICTIM'],
      values: [
        {name: 'RESOURCE', default: 'pc0', pattern: '[a-z]{1,8}'},
        {name: 'SIZE', pattern: '[0-9]+G'},
      ],
      unproven: ['One, and more.', 'Two.'],
      reviewed: '2026-11-23',
    })
    expect(runbook!.head.covers).toHaveLength(2)
    expect(outline(runbook!).split('\n')).toEqual([
      'what-s-new',
      '  shell NEW_PRIMARY destroy: rm -r /data/<RESOURCE>',
      '    caution: Data of the victim goes.',
      '    expect: nothing',
      '  shell each read: hostname',
      '  both-are-apart [both: cs=StandAlone] -> #id1',
      '  neither -> other#first-step',
      'id1 (done)',
    ])
  })
})
