import {describe, expect, it} from 'vitest'
import {parse} from '../src/parse.ts'
import {toPseudoXml} from '../src/pseudo-xml.ts'

/**
 * Inputs made to be slow or deep, as functions of their size. Each must take time that grows no
 * faster than its size does, and must not overflow the stack.
 */
const inputs: Record<string, (size: number) => string> = {
  'open emphasis': (n) =>
    '*a '
      .repeat(20)
      .concat('\n')
      .repeat(n / 60),
  'open strong': (n) =>
    '**a '
      .repeat(20)
      .concat('\n')
      .repeat(n / 80),
  'open literals': (n) =>
    '``a '
      .repeat(20)
      .concat('\n')
      .repeat(n / 80),
  'open interpreted text': (n) =>
    '`a '
      .repeat(20)
      .concat('\n')
      .repeat(n / 60),
  'open targets': (n) =>
    '_`a '
      .repeat(20)
      .concat('\n')
      .repeat(n / 80),
  'open substitutions': (n) =>
    '|a '
      .repeat(20)
      .concat('\n')
      .repeat(n / 60),
  'open footnotes': (n) =>
    '[a '
      .repeat(20)
      .concat('\n')
      .repeat(n / 60),
  'open addresses': (n) =>
    '`a <b '
      .repeat(20)
      .concat('\n')
      .repeat(n / 120),
  'open roles': (n) =>
    ':a:`b '
      .repeat(20)
      .concat('\n')
      .repeat(n / 120),
  'quoted start-strings': (n) =>
    '"*" '
      .repeat(20)
      .concat('\n')
      .repeat(n / 80),
  underscores: (n) =>
    'a_b_'
      .repeat(20)
      .concat('\n')
      .repeat(n / 80),
  references: (n) =>
    'a_ '
      .repeat(20)
      .concat('\n')
      .repeat(n / 60),
  colons: (n) =>
    'a:'
      .repeat(40)
      .concat('\n')
      .repeat(n / 80),
  'at signs': (n) =>
    'a@'
      .repeat(40)
      .concat('\n')
      .repeat(n / 80),
  'dotted mail': (n) =>
    'a.b-c/'
      .repeat(10)
      .concat('\n')
      .repeat(n / 60),
  'brackets in a phrase': (n) =>
    '`' +
    '<a '
      .repeat(20)
      .concat('\n')
      .repeat(n / 60) +
    '>`_',
  backslashes: (n) =>
    '\\'
      .repeat(79)
      .concat('\n')
      .repeat(n / 80),
  'bullets in bullets': (n) =>
    '- '
      .repeat(4000)
      .concat('\n\n')
      .repeat(Math.ceil(n / 8000)),
  'numbers in numbers': (n) =>
    '1. '
      .repeat(3000)
      .concat('\n\n')
      .repeat(Math.ceil(n / 9000)),
  'deeper and deeper quotes': (n) => staircase(n, ''),
  'deeper and deeper lists': (n) => staircase(n, '- '),
  'deeper and deeper terms': (n) => staircase(n, 'a\n'),
  'deeper and deeper lines': (n) => lines(Math.sqrt(2 * n), (i) => `| ${' '.repeat(i)}a`),
  'shallower lines': (n) => lines(Math.sqrt(2 * n), (i, all) => `| ${' '.repeat(all - i)}a`),
  'directives in directives': (n) => staircase(n, '.. note::\n\n'),
  attributions: (n) => '  a\n\n  -- b\n\n'.repeat(n / 14),
  'attributions that are none': (n) => '  a\n\n  -- b\n    c\n     d\n\n'.repeat(n / 28),
  'titles of one name': (n) => 'a\n=\n\n'.repeat(n / 5),
  'titles of all styles': (n) => lines(n / 10, (i) => `a\n${'=-~^"+*#:.'[i % 10]!.repeat(4)}\n`),
  'targets of one name': (n) => '.. _a: b\n'.repeat(n / 9),
  'a target without end': (n) => `.. _a\n${'   b\n'.repeat(n / 5)}`,
  'a substitution without end': (n) => `.. |a\n${'   b\n'.repeat(n / 5)}`,
  'substitutions of one name': (n) => '.. |a| replace:: b\n'.repeat(n / 19),
  'footnotes of one number': (n) => '.. [1] a\n'.repeat(n / 9),
  'footnotes without text': (n) => '.. [#]\n'.repeat(n / 7),
  comments: (n) => '..\n\n'.repeat(n / 4),
  fields: (n) => ':a: b\n'.repeat(n / 6),
  options: (n) => '-a  b\n'.repeat(n / 6),
  'options without description': (n) =>
    '-a, '
      .repeat(20)
      .concat('\n')
      .repeat(n / 80),
  'enumerators that are none': (n) => 'iiii. a\nb\n\n'.repeat(n / 12),
  'a table of one cell': (n) => `+---+\n${'|   |\n'.repeat(n / 6)}+---+\n`,
  'a table of many rows': (n) => `+-+-+\n${'|a|b|\n+-+-+\n'.repeat(n / 12)}`,
  'a table of corners': (n) => '+++++++++\n'.repeat(n / 10),
  'a table with gaps': (n) => `+---+---+\n${'|   +   |\n+   |   +\n'.repeat(n / 20)}+---+---+\n`,
  'a wide table': (n) =>
    `+${'-+'.repeat(n / 60)}\n`.concat(
      `|${'a|'.repeat(n / 60)}\n+${'-+'.repeat(n / 60)}\n`.repeat(10),
    ),
  'a simple table': (n) => `== ==\n${'a  b\n'.repeat(n / 5)}== ==\n`,
  'tops of simple tables': (n) => '== ==\na  b\n'.repeat(n / 11),
  'a simple table without end': (n) => `== ==\n${'a  b\n\n'.repeat(n / 6)}`,
  'almost borders': (n) =>
    `== ==\n\n${'='
      .repeat(3000)
      .concat('x\n')
      .repeat(n / 3000)}`,
  'spaces in terms': (n) => `a${' '.repeat(3000)}b:\n  c\n\n`.repeat(n / 3000),
  'commas of options': (n) =>
    '-a, '
      .repeat(700)
      .concat('-a  b\n')
      .repeat(n / 2800),
  'unknown directives': (n) => '.. x:: y\n'.repeat(n / 9),
  'short adornments': (n) => '--\n\n'.repeat(n / 4),
  'unexpected indentation': (n) => 'a\nb\n  c\n'.repeat(n / 8),
  'blank lines': (n) => '\n'.repeat(n),
  'carriage returns': (n) => '\r'.repeat(n),
  tabs: (n) =>
    '\t'
      .repeat(500)
      .concat('\n')
      .repeat(n / 500),
  'quoted literals': (n) => '::\n\n> a\nb\n\n'.repeat(n / 11),
}

function lines(count: number, line: (index: number, count: number) => string): string {
  return Array.from({length: count}, (_, i) => line(i, count)).join('\n')
}

/** Lines of which each is indented by two more; the text grows with the square of their number. */
function staircase(size: number, marker: string): string {
  const end = marker.replace(/\n/g, '')
  return lines(Math.min(Math.sqrt(size), 4900), (i) => {
    const indent = ' '.repeat(2 * i)
    return marker === '' || marker === '- ' ? `${indent}${marker}a\n` : `${indent}${end}\n`
  })
}

/** Sixteen times the text may take sixteen times the time, and some more on a busy machine. */
describe.each(Object.entries(inputs))('%s', (_name, make) => {
  it('takes time that grows with its size', {timeout: 60_000}, () => {
    const small = measure(make(4_000))
    const large = measure(make(64_000))
    expect(large).toBeLessThan(Math.max(small, 5) * 16 * 5)
  })
})

/** The processor's milliseconds for the least of some runs; others may keep it busy meanwhile. */
function measure(input: string): number {
  let least = Infinity
  for (let run = 0; run < 3 && least > 5; run++) {
    const before = process.cpuUsage()
    toPseudoXml(parse(input, {path: 'test', settings: {line_length_limit: 1e6}}).tree)
    const {user, system} = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

it('ends ten thousand levels in a message and loses nothing', () => {
  const {tree, messages} = parse('- '.repeat(10_000) + 'deep', {
    path: 'test',
    settings: {line_length_limit: 1e6},
  })
  expect(messages.map(({ruleId}) => ruleId)).toContain('nesting')
  expect(toPseudoXml(tree)).toContain('deep')
})
