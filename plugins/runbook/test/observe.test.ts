import {expect, test} from 'vitest'
import {nothingSeen, observe} from '@handrail/runbook/machine'

test('what is seen is added, and what is seen again is as it was seen last', () => {
  const first = observe(nothingSeen, {hosts: {be1: {cs: 'WFConnection', vip: 'yes'}}, cluster: {}})
  const now = {hosts: {be1: {cs: 'Connected'}, be2: {vip: 'no'}}, cluster: {heartbeat: 'yes'}}
  expect(observe(first, now)).toEqual({
    hosts: {be1: {cs: 'Connected', vip: 'yes'}, be2: {vip: 'no'}},
    cluster: {heartbeat: 'yes'},
  })
  expect(first.hosts['be1']).toEqual({cs: 'WFConnection', vip: 'yes'})
})
