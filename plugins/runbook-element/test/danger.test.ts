import {expect, test} from 'vitest'
import {englishTexts} from '@handrail/runbook-element'
import {dangerWords} from '../src/danger.ts'

const harmless = {destroys: false, destroysElsewhere: false, stopsService: false, dangers: []}

test('nothing is said of what does no harm', () => {
  expect(dangerWords(harmless, englishTexts)).toEqual([])
})

test('the worst comes first', () => {
  const danger = {
    destroys: true,
    destroysElsewhere: true,
    stopsService: true,
    dangers: ['the resync begins anew'],
  }
  expect(dangerWords(danger, englishTexts)).toEqual([
    'In the model of the cluster this step can lose acknowledged writes.',
    'On the wrong host it would lose acknowledged writes.',
    'On the wrong host it would stop the service.',
    'On the wrong host: the resync begins anew.',
  ])
})

test('each mark stands for itself', () => {
  expect(dangerWords({...harmless, stopsService: true}, englishTexts)).toEqual([
    englishTexts['danger-stops'],
  ])
})
