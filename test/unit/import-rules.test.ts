import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {type Room, violations} from './import-rules.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const pure = ['@handrail/rst', '@handrail/runbook', '@handrail/cluster'] as const
const readers = [...pure, '@handrail/runbook-element', '@handrail/handbook', 'remark-rst'] as const

const house: Room[] = [
  {folder: 'plugins/rst/src', rooms: [], node: false, react: false},
  {folder: 'plugins/runbook/src', rooms: [], node: false, react: false},
  {folder: 'plugins/cluster/src', rooms: ['@handrail/runbook'], node: false, react: false},
  {
    folder: 'plugins/remark-rst/src',
    rooms: ['@handrail/rst'],
    node: ['files.ts', 'head-commit.ts', 'site.ts'],
    react: false,
  },
  {folder: 'plugins/runbook-element/src', rooms: ['@handrail/runbook'], node: false, react: false},
  {
    folder: 'plugins/handbook/src',
    rooms: ['@handrail/runbook'],
    node: ['compile.ts'],
    react: false,
  },
  {folder: 'plugins/markdown/src', rooms: ['@handrail/rst'], node: false, react: false},
  {
    folder: 'plugins/check/src',
    rooms: ['@handrail/rst', 'remark-rst'],
    node: true,
    react: false,
  },
  {
    folder: 'plugins/language-server/src',
    rooms: ['@handrail/rst', 'remark-rst', '@handrail/check'],
    node: true,
    react: false,
  },
  {
    folder: 'plugins/docusaurus-plugin-rst/src',
    rooms: [...readers, '@handrail/check', '@handrail/markdown'],
    node: true,
    react: true,
  },
  {
    folder: 'plugins/docusaurus-preset-handrail/src',
    rooms: ['docusaurus-plugin-rst', 'remark-rst'],
    node: true,
    react: true,
  },
  {folder: 'plugins/docusaurus-plugin-runbook/src', rooms: readers, node: true, react: true},
  {folder: 'plugins/docusaurus-plugin-handbook/src', rooms: readers, node: true, react: true},
  {folder: 'plugins/docusaurus-plugin-offline/src', rooms: ['remark-rst'], node: true, react: true},
  {
    folder: 'plugins/cli/src',
    rooms: [
      ...[...readers, '@handrail/check', '@handrail/language-server', '@handrail/markdown'],
      'docusaurus-plugin-handbook',
    ],
    node: true,
    react: false,
  },
  {
    folder: 'src',
    rooms: [
      ...readers,
      '@handrail/check',
      '@handrail/cli',
      'docusaurus-plugin-rst',
      'docusaurus-plugin-runbook',
    ],
    node: [
      'budget/',
      'bundle/',
      'content-security-policy/',
      'page-file.ts',
      'reference/',
      'search/index.ts',
    ],
    react: true,
  },
]

describe('who may import whom', () => {
  test.each(house)('$folder', (room) => {
    expect(violations(root, room)).toEqual([])
  })

  test('a forbidden import is found, with its line', () => {
    const strict = {folder: 'test/unit', rooms: [], node: false, react: false}
    expect(violations(root, strict)).toContainEqual({
      where: 'test/unit/import-rules.test.ts:1',
      line: "import {fileURLToPath} from 'node:url'",
      why: 'no node:* here',
    })
  })
})
