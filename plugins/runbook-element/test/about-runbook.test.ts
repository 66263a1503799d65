import type {RootContent} from 'mdast'
import {describe, expect, test} from 'vitest'
import type {Runbook} from '@handrail/runbook'
import {englishTexts} from '@handrail/runbook-element'
import {aboutRunbook} from '../src/about-runbook.ts'
import {exampleRunbook} from './example-runbook.ts'
import {textOf} from './text-of.ts'

function about(head: Partial<Runbook['head']>): RootContent[] {
  const runbook = exampleRunbook()
  return aboutRunbook({...runbook, head: {...runbook.head, ...head}}, englishTexts)
}

describe('what a page says about its runbook', () => {
  test('stands in one paragraph: time, needs, owner, date', () => {
    const head = {
      time: '20 minutes',
      needs: ['root on both hosts', 'a second pair of eyes'],
      owner: 'storage on-call',
      reviewed: '2026-11-23',
    }
    expect(textOf(about(head))).toBe(
      'Takes: 20 minutes. You need: root on both hosts, a second pair of eyes. Owner: storage on-call. Last reviewed: 2026-11-23.',
    )
  })

  test('leaves out what the author did not say', () => {
    expect(textOf(about({reviewed: '2026-11-23'}))).toBe('Last reviewed: 2026-11-23.')
  })

  test('is nothing where nothing is said', () => {
    const head = {...exampleRunbook().head}
    delete head.reviewed
    expect(aboutRunbook({...exampleRunbook(), head}, englishTexts)).toEqual([])
  })

  test('lists what nobody could prove, to be opened', () => {
    const [, details] = about({reviewed: '2026-11-23', unproven: ['That the backup can be read.']})
    expect(details?.data?.hName).toBe('details')
    expect(textOf([details!])).toBe(`${englishTexts.unproven}That the backup can be read.`)
  })
})
