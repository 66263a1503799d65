import {VFileMessage} from 'vfile-message'
import {describe, expect, test} from 'vitest'
import {uniqueMessages} from '@handrail/check'
import {report} from '../src/report.ts'

function message(reason: string, name: string, fatal: boolean | undefined): VFileMessage {
  const result = new VFileMessage(reason)
  const [file, line, column] = name.split(':')
  return Object.assign(result, {name, file, line: Number(line), column: Number(column), fatal})
}

const error = message('Unexpected end', 'b.rst:2:1', true)
const warning = message('Unexpected start', 'a.rst:10:1', false)

describe('messages', () => {
  test('are told once, in the order of their places', () => {
    const again = message('Unexpected end', 'b.rst:2:1', true)
    const early = message('Unexpected dot', 'a.rst:9:1', undefined)
    expect(uniqueMessages([error, warning, again, early])).toEqual([early, warning, error])
  })

  test('stop a production build if one is an error', () => {
    expect(() => report([warning, error], 'throw', true)).toThrow(
      /have 1 error\.[\s\S]*Unexpected end/,
    )
  })

  test.each([
    ['warnings', [warning], 'throw', true],
    ['a server', [error], 'throw', false],
    ['the policy to warn', [error], 'warn', true],
    ['the policy to ignore', [error], 'ignore', true],
  ] as const)('do not stop %s', (_, messages, policy, isProduction) => {
    expect(() => report(messages, policy, isProduction)).not.toThrow()
  })
})
