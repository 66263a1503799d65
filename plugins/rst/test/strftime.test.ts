import {describe, expect, it} from 'vitest'
import {formatDate} from '../src/directive/strftime.ts'
import {parse, toPseudoXml} from '../src/index.ts'

const sunday = new Date(2021, 0, 3, 15, 4, 5)

describe('formatDate', () => {
  it.each([
    ['%Y-%m-%d', '2021-01-03'],
    ['%a %A %b %B %h', 'Sun Sunday Jan January Jan'],
    ['%C %y %G %V %U %W %j', '20 21 2020 53 01 00 003'],
    ['%u %w %e', '7 0  3'],
    ['%H:%M:%S %I %p %R %T', '15:04:05 03 PM 15:04 15:04:05'],
    ['%D %F %x %X', '01/03/21 2021-01-03 01/03/21 15:04:05'],
    ['%c', 'Sun Jan  3 15:04:05 2021'],
    ['%-d %_d %^a %%', '3  3 SUN %'],
    ['%Q 100%', '%Q 100%'],
  ])('%s', (format, expected) => {
    expect(formatDate(format, sunday)).toBe(expected)
  })
})

describe('date directive', () => {
  const tree = (text: string): string =>
    toPseudoXml(parse(text, {settings: {today: sunday}}).tree).replace(/ +/g, ' ')

  it('gives the day, or what its content asks for', () => {
    expect(tree('.. |d| date::\n')).toContain('2021-01-03')
    expect(tree('.. |d| date:: on %d\n   %B\n')).toContain('on 03\n January')
  })

  it('stands in a substitution definition only', () => {
    expect(tree('.. date::\n')).toContain('Invalid context: the "date" directive')
  })
})
