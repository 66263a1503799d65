import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import type {Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {afterAll, expect, test} from 'vitest'
import {treeReader} from '../src/tree/tree-answer.ts'

const root = mkdtempSync(join(tmpdir(), 'tree-'))
afterAll(() => rmSync(root, {recursive: true}))

const files = {
  'doc/conf.py': "version = '1.2'\n",
  'configured/conf.py': [
    "rst_prolog = '.. |who| replace:: everybody'",
    "default_role = 'literal'",
    "exclude_patterns = ['drafts']",
    "extlinks = {'ticket': ('https://tickets.example/%s', '#%s')}\n",
  ].join('\n'),
  'configured/index.rst': '|who| `a` :ticket:`7` :ref:`plan` :mine:`b`\n',
  'configured/plan.rst': '.. _plan:\n\nThe plan\n========\n',
  'configured/zdrafts.txt': '.. _plan:\n\nA note\n======\n',
  'configured/drafts/zplan.rst': '.. _plan:\n\nA draft\n=======\n',
  'doc/index.rst': 'See :ref:`plan` and `role`, |who| at |version|\\ |release|.\n',
  'doc/guide/plan.rst': '.. _plan:\n\nThe plan\n========\n',
  'doc/_build/old.rst': '.. _plan:\n\nAn old plan\n===========\n',
  'other/plan.rst': '.. _plan:\n\nAnother plan\n============\n',
  'end.rst': '.. |who| replace:: you\n',
}
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, name)), {recursive: true})
  writeFileSync(join(root, name), text)
}

test('a page is read with the labels of its tree, an epilog and a default role', () => {
  const read = treeReader({
    format: 'mdast',
    includeBase: 'document',
    prolog: [],
    epilog: ['end.rst'],
    defaultRole: 'strong',
    root,
    set: {},
  })
  const {tree, messages} = read({path: 'doc/index.rst'})
  expect(messages).toEqual([])
  expect(toString(tree as Root)).toBe('See The plan and role, you at 1.2.')
  expect(JSON.stringify(tree)).toContain('"strong"')
})

test('pages are read as their conf.py says; an unknown role leaves its source', () => {
  const options = {includeBase: 'document', prolog: [], epilog: [], root, set: {}} as const
  const page = {path: 'configured/index.rst'}
  const {tree} = treeReader({...options, format: 'mdast'})(page)
  expect(toString(tree as Root)).toBe('everybody a #7 The plan :mine:`b`')
  const own = treeReader({...options, format: 'mdast', prolog: ['end.rst']})(page)
  expect(toString(own.tree as Root)).toBe('you a #7 The plan :mine:`b`')
})
