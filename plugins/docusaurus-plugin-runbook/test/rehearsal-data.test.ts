import type {AllContent} from '@docusaurus/types'
import type {Runbook} from '@handrail/runbook'
import {rehearsalTexts} from '@handrail/runbook-element/rehearsal-words'
import {expect, test} from 'vitest'
import {rehearsalData, runbookAddresses} from '../src/rehearsal-data.ts'

const allContent = {
  'docusaurus-plugin-content-docs': {
    default: {
      loadedVersions: [
        {
          contentPath: '/site/docs',
          docs: [
            {
              source: '@site/docs/runbooks/split-brain.md',
              sourceDirName: 'runbooks',
              permalink: '/runbooks/split-brain',
            },
            {
              source: '@site/i18n/de/docusaurus-plugin-content-docs/current/runbooks/triage.md',
              sourceDirName: 'runbooks',
              permalink: '/de/runbooks/triage',
            },
            {
              source: '@site/docs/server/split-brain.rst',
              sourceDirName: 'server',
              permalink: '/server/split-brain',
            },
            {source: '@site/docs/failover.md', sourceDirName: '.', permalink: '/failover'},
          ],
        },
      ],
    },
  },
} as unknown as AllContent

test('a runbook is found at its own page, not at another of the same name', () => {
  const runbooks = [
    {name: 'split-brain', path: '/site/docs/runbooks/split-brain.md'},
    {name: 'triage', path: '/site/docs/runbooks/triage.md'},
    {name: 'failover', path: '/site/docs/failover.md'},
    {name: 'elsewhere', path: '/site/docs/elsewhere.md'},
  ]
  expect(runbookAddresses(runbooks, allContent)).toEqual({
    'split-brain': '/runbooks/split-brain',
    triage: '/de/runbooks/triage',
    failover: '/failover',
  })
})

test('the file of a rehearsal is called after what it holds', () => {
  const none: readonly Runbook[] = []
  const file = rehearsalData(none, rehearsalTexts, {})
  expect(file.name).toMatch(/^assets\/handrail\/rehearsal-[\da-f]{8}\.js$/)
  expect(rehearsalData(none, {...rehearsalTexts, end: 'Schluss'}, {}).name).not.toBe(file.name)
})
