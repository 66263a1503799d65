import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {budgets} from '../../src/budget/budgets.ts'

test.each(budgets(fileURLToPath(new URL('../../build', import.meta.url))))(
  '$what: at most $limit bytes',
  ({size, limit, file}) => {
    expect(size, file).toBeGreaterThan(0)
    expect(size, file).toBeLessThanOrEqual(limit)
  },
)
