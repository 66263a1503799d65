import {readFileSync} from 'node:fs'
import {cluster} from '@handrail/cluster'
import {fingerprint} from '@handrail/runbook/check'
import {parseVerification} from '@handrail/runbook/verified'
import {describe, expect, it} from 'vitest'
import {siteRunbooks} from './site-runbooks.ts'

const advice = 'run `node node_modules/.bin/handrail verify --write`'

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
