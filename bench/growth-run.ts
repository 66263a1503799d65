/** The measured part of growth.ts: the cost of a text by what it has more and more of. */
import {
  directives,
  type Load,
  parse,
  resolve,
  roles,
  sphinxDirectives,
  sphinxRoles,
  sphinxSettings,
  toMdast,
} from '@handrail/rst'

export interface Growth {
  what: string
  points: {count: number; seconds: number}[]
  /** The slope of the line through the points where both axes are logarithmic: 1 is linear. */
  exponent: number
}

interface Kind {
  what: string
  counts: readonly number[]
  text: (count: number) => string
}

const rounds = 3
const section = `Section
=======

Text with *emphasis*, \`\`code\`\` and a link_. It goes on for another line, so that there is
something to read, as there is in pages that somebody has written.

- one item
- another item

  .. note:: In an item, with a |token|.

.. code-block:: sh

   drbdadm status all

`
const definitions = '\n.. _link: https://example.org/\n.. |token| replace:: word\n'
const steps = [1, 2, 4, 8, 16, 32]

const kinds: readonly Kind[] = [
  {
    what: 'length of a page (kB)',
    counts: [10, 30, 100, 300, 1000, 3000, 10_000],
    text: (count) => section.repeat((count * 1000) / section.length) + definitions,
  },
  {
    what: 'depth of lists, same number of lines',
    counts: [8, 16, 32, 64],
    text: (count) => chain(count).repeat(6400 / count),
  },
  {
    what: 'includes',
    counts: steps.map((step) => step * 250),
    text: (count) => '.. include:: part.txt\n\n'.repeat(count) + definitions,
  },
  {
    what: 'substitution definitions, each used',
    counts: steps.map((step) => step * 1000),
    text: (count) => numbered(count, (i) => `|n${i}|\n\n.. |n${i}| replace:: word ${i}\n\n`),
  },
  {
    what: 'targets, each referred to',
    counts: steps.map((step) => step * 1000),
    text: (count) => numbered(count, (i) => `n${i}_\n\n.. _n${i}: https://example.org/${i}\n\n`),
  },
  {
    what: 'footnotes, each referred to',
    counts: steps.map((step) => step * 1000),
    text: (count) => numbered(count, (i) => `Word [#n${i}]_.\n\n.. [#n${i}] Note.\n\n`),
  },
  {
    what: 'sections of one name',
    counts: steps.map((step) => step * 1000),
    text: (count) => 'Name\n====\n\n'.repeat(count),
  },
  {
    what: 'rows of a table',
    counts: steps.map((step) => step * 2000),
    text: (count) => `+---+---+\n${'| a | b |\n+---+---+\n'.repeat(count)}\n`,
  },
  {
    what: 'columns of a table',
    counts: steps.map((step) => step * 4000),
    text: (count) => {
      const border = `+${'--+'.repeat(count)}\n`
      return `${border}|${'ab|'.repeat(count)}\n${border}`
    },
  },
  {
    what: 'meta directives',
    counts: steps.map((step) => step * 5000),
    text: (count) => '.. meta::\n   :name: value\n\n'.repeat(count),
  },
]

/** A list in a list in a list, a line each. */
function chain(depth: number): string {
  const lines = Array.from({length: depth}, (_, i) => `${'  '.repeat(i)}- item\n`)
  return `${lines.join('\n')}\nText between the lists.\n\n`
}

function numbered(count: number, part: (i: number) => string): string {
  return Array.from({length: count}, (_, i) => part(i)).join('')
}

const part = section.replace('Section\n=======\n\n', '')
const load: Load = ({path}) => ({path, text: part})
const options = {
  load,
  directives: [...directives, ...sphinxDirectives],
  roles: [...roles, ...sphinxRoles],
  settings: sphinxSettings,
  budget: {substitution: Infinity},
}

function cost(text: string): number {
  const before = process.cpuUsage()
  const document = parse(text, options)
  resolve(document)
  toMdast(document)
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1e6
}

function growthOf({what, counts, text}: Kind): Growth {
  const points = counts.map((count) => {
    const source = text(count)
    return {count, seconds: Math.min(...Array.from({length: rounds}, () => cost(source)))}
  })
  return {what, points, exponent: slope(points)}
}

/** Least squares over the larger half of the points: the small ones measure what is fixed. */
function slope(points: Growth['points']): number {
  const large = points.slice(Math.floor(points.length / 2) - 1)
  const at = large.map(({count, seconds}) => [Math.log(count), Math.log(seconds)] as const)
  const mean = (axis: 0 | 1) => at.reduce((sum, point) => sum + point[axis], 0) / at.length
  const [x, y] = [mean(0), mean(1)]
  const over = at.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0)
  return over / at.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
}

for (let i = 0; i < 50; i++) cost(section.repeat(50) + definitions) // compiles the code
process.stdout.write(JSON.stringify(kinds.map(growthOf)))
