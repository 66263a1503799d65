import {readFileSync} from 'node:fs'
import {cluster} from '@handrail/cluster'
import {type Runbook, readRunbooks} from '@handrail/runbook'
import {fingerprint} from '@handrail/runbook/check'
import {parseVerification} from '@handrail/runbook/verified'
import {siteReader, sitePages, siteSettings} from 'remark-rst/site'
import {describe, expect, it} from 'vitest'

const advice = 'run `node node_modules/.bin/handrail verify --write`'

function siteRunbooks(): readonly Runbook[] {
  const settings = siteSettings('.')
  const reader = siteReader('.', settings)
  const pages = sitePages('.', settings).filter((path) => path.startsWith('docs/runbooks/'))
  return readRunbooks(
    pages.flatMap((path) => reader.read(path) ?? []),
    {vocabulary: cluster},
  ).runbooks
}

describe('docs/runbooks/verified.json', () => {
  const kept = parseVerification(readFileSync('docs/runbooks/verified.json', 'utf8'))!

  it('is about the runbooks as they are', () => {
    const versions = kept.runbooks.map(({runbook, version}) => `${runbook} ${version}`)
    expect(versions.sort(), advice).toEqual(
      siteRunbooks()
        .map(({name, version}) => `${name} ${version}`)
        .sort(),
    )
  })

  it('is about the model as it is', () => {
    expect(kept.model, advice).toBe(fingerprint(cluster))
  })

  it('was found with three faults, and every property holds', () => {
    expect(kept.faults).toBe(3)
    expect(kept.undecided).toBe(0)
    expect(kept.runbooks.flatMap(({broken}) => broken)).toEqual([])
  })
})
