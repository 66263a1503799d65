import {expect, test} from 'vitest'
import {durationInWords} from '../src/duration-in-words.ts'

test.each([
  [10, 'en', '10 sec'],
  [90, 'en', '90 sec'],
  [120, 'en', '2 min'],
  [1800, 'en', '30 min'],
  [3600, 'en', '1 hr'],
  [7200, 'de', '2 Std.'],
])('%i seconds in %s: %s', (seconds, language, words) => {
  expect(durationInWords(seconds, language)).toBe(words)
})
