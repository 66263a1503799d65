import type {Element, Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import {describe, expect, test} from 'vitest'
import {englishTexts, frameRunbook} from '@handrail/runbook-element'
import {exampleRunbook} from './example-runbook.ts'

const options = {
  texts: englishTexts,
  href: ({runbook, step}: {runbook?: string; step?: string}) => `${runbook ?? ''}#${step}`,
}

function html(changes = {}): string {
  const frame = frameRunbook(exampleRunbook(), {...options, ...changes})
  return toHtml(toHast({type: 'root', children: [frame]}) as Root | Element)
}

describe('a runbook without any script', () => {
  test('every choice links to a heading that is there', () => {
    const page = html()
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets).toEqual([
      'discard-the-other',
      'discard-the-other',
      'escalate-call-somebody',
      'escalate-call-somebody',
      'done-both-are-there',
    ])
    for (const id of targets) expect(page).toContain(`<h2 id="${id}"`)
  })

  test('a command whose host is not decided names a host that no one has', () => {
    expect(html()).toContain(
      '[ "$(hostname -s)" = ________ ] &#x26;&#x26; { drbdadm invalidate pc0; }',
    )
  })

  test('says where a command runs and what it does', () => {
    expect(html()).toContain('Run on LOST: destroys data')
    expect(html()).toContain('Run on each host in turn: reads only')
  })

  test('an outcome can be told from a step', () => {
    expect(html()).toContain('<section class="handrail-step handrail-escalate"')
  })
})

describe('a runbook inside another page', () => {
  test('has ids of its own and headings below the section it stands in', () => {
    const page = html({idPrefix: 'standby-lost--', headingShift: 2})
    expect(page).toContain('<h4 id="standby-lost--which-host-waits"')
  })
})
