import type {Element} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {selectAll} from 'hast-util-select'
import {toText} from 'hast-util-to-text'
import {describe, expect, it} from 'vitest'
import {
  englishTexts,
  shareTexts,
  standaloneCollection,
  standaloneDocument,
  type StandaloneOptions,
} from '../src/index.ts'
import {exampleRunbook} from './example-runbook.ts'

const runbook = exampleRunbook()
const other = {...runbook, name: 'other', title: 'Other <b>'}
const destroys = {
  destroys: true,
  destroysElsewhere: false,
  stopsService: true,
  dangers: ['it hurts'],
}
const changing = runbook.steps.find(({commands}) => commands.some(({effect}) => effect !== 'read'))!
const options: StandaloneOptions = {
  texts: {...englishTexts, destroy: 'vernichtet Daten'},
  script: {code: 'run()', hash: 'sha256-a'},
  style: {code: 'p{}', hash: 'sha256-b'},
  href: ({runbook: name, step = ''}) => `${name}.html#${step}`,
  title: ({runbook: name}) => (name === 'triage' ? 'Triage' : undefined),
  misfit: () => ({runbook: 'triage'}),
  danger: (_runbook, step) => (step === changing.id ? destroys : undefined),
}

const one = standaloneDocument(runbook, options)
const all = standaloneCollection('Runbooks', [runbook, other], options)

function attributes(html: string, selector: string, name: string): string[] {
  return selectAll(selector, fromHtml(html)).map(({properties}) => String(properties[name]))
}

function texts(html: string, selector: string): string[] {
  return selectAll(selector, fromHtml(html)).map((found: Element) => toText(found).trim())
}

describe('a runbook as one file', () => {
  it.each([
    ['one', one],
    ['all', all],
  ])('asks for nothing: %s', (_, html) => {
    const [policy] = attributes(html, 'meta[http-equiv]', 'content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'sha256-a'")
    expect(selectAll('link, img, iframe, [src], [srcset], form', fromHtml(html))).toEqual([])
    const ids = attributes(html, '[id]', 'id')
    expect(new Set(ids).size).toBe(ids.length)
    const inside = attributes(html, 'a[href^="#"]', 'href')
    expect(inside.length).toBeGreaterThan(4)
    expect(
      inside.filter((href) => !ids.includes(href.slice(1)) && !href.includes('triage')),
    ).toEqual([])
  })

  it('is complete without script: steps, commands, choices, dangers, a way out of all of them', () => {
    expect(texts(one, 'section h2')).toEqual(runbook.steps.map(({title}) => title))
    expect(texts(one, 'handrail-command pre')).not.toEqual([])
    expect(selectAll('handrail-choices li', fromHtml(one))).toHaveLength(
      runbook.steps.flatMap(({choices}) => choices).length,
    )
    expect(texts(one, '.handrail-danger').join('\n')).toContain('it hurts')
    const misfits = attributes(one, '.handrail-misfit a', 'href')
    expect(misfits).toHaveLength(runbook.steps.length)
    expect(new Set(misfits)).toEqual(new Set(['triage.html#']))
    expect(texts(one, '.handrail-where').join('\n')).toContain('vernichtet Daten')
  })

  it('of all has a list of them, and the words once', () => {
    expect(texts(all, 'main > ul a')).toEqual([runbook.title, 'Other <b>'])
    const plans = attributes(all, 'handrail-runbook', 'dataPlan')
    expect(plans.map((plan) => 'texts' in (JSON.parse(plan) as object))).toEqual([true, false])
    expect(shareTexts).toContain('plan.texts??=texts')
    expect(all).toContain('<title>Runbooks</title>')
  })
})
