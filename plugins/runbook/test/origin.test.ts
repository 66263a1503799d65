import type {Root} from 'mdast'
import {expect, it} from 'vitest'
import {lint, readRunbook} from '../src/index.ts'

it('messages name the file in which the text stands, and how it came into the page', () => {
  const position = {start: {line: 3, column: 1}, end: {line: 3, column: 20}}
  const site = {file: 'docs/runbooks/a.rst', line: 3, column: 1}
  const origin = {file: 'includes/look.rst', line: 7, column: 5, includedFrom: [site]}
  const text = (value: string) => ({type: 'text', value})
  const link = {type: 'link', url: '#nowhere', children: [text('Nowhere')]}
  const paragraph = {type: 'paragraph', position, data: {origin}, children: [text('Go → '), link]}
  const root = {
    type: 'root',
    children: [
      {type: 'heading', depth: 2, position, data: {id: 'look', origin}, children: [text('Look')]},
      {type: 'list', position, children: [{type: 'listItem', position, children: [paragraph]}]},
    ],
  } as unknown as Root
  const head = {runbook: 'a', hosts: ['be1', 'be2']}
  const {runbook} = readRunbook({root, head, path: 'docs/runbooks/a.rst'})
  const message = lint(runbook!).find(({ruleId}) => ruleId === 'missing-target')!
  expect(message).toMatchObject({file: 'includes/look.rst', line: 7, column: 5})
  expect(message.cause).toMatchObject({reason: 'included from here', ...site})
})
