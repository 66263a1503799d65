/** An error put into the text of a runbook. */
export interface PlantedError {
  /** What sort of error it is. */
  readonly kind: string
  /** One-based line of the page. */
  readonly line: number
  /** The lines before and after; empty if they are gone. */
  readonly before: string
  readonly after: string
  /** The page with the error. */
  readonly text: string
}

/** What could stand in the place of a line by mistake. */
type Slip = (line: string, names: readonly Pair[]) => string[]

type Pair = readonly [string, string]

const bothWays = (pairs: readonly Pair[]): Pair[] =>
  pairs.flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ])

/** The line with `from` replaced where it stands as a word, once in each place. */
function replaced(line: string, [from, to]: Pair): string[] {
  const word = new RegExp(`(?<![\\w-])${from}(?![\\w-])`, 'g')
  return [...line.matchAll(word)].map(
    ({index}) => line.slice(0, index) + to + line.slice(index + from.length),
  )
}

const exchanged = (line: string, pairs: readonly Pair[]): string[] =>
  bothWays(pairs).flatMap((pair) => replaced(line, pair))

const isFence = (line: string): boolean => /^```(sh|action) /.test(line)
const isChoice = (line: string): boolean => /^- .*→ \[/.test(line)

/** The condition of a choice; a binding is none. */
function conditionOf(line: string): string | undefined {
  const condition = /^- `([^`]*=[^`]*)`/.exec(line)?.[1]
  return condition !== undefined && /^[A-Z]+=/.test(condition) ? undefined : condition
}

/** A slip in the condition of a choice. */
const inCondition =
  (slip: Slip): Slip =>
  (line, names) => {
    const condition = conditionOf(line)
    if (condition === undefined) return []
    return slip(condition, names).map((wrong) => line.replace(condition, wrong))
  }

const values: readonly Pair[] = [
  ['yes', 'no'],
  ['Primary', 'Secondary'],
  ['running', 'stopped'],
  ['UpToDate', 'Inconsistent'],
  ['Connected', 'StandAlone'],
  ['up', 'down'],
  ['full', 'ok'],
  ['master', 'backup'],
  ['0', 'some'],
]

const verbs: readonly Pair[] = [
  ['stop', 'start'],
  ['connect', 'disconnect'],
  ['primary', 'secondary'],
  ['umount', 'mount'],
  ['up', 'down'],
  ['master-recover', 'backup-recover'],
  ['power off', 'power on'],
]

const options: readonly Pair[] = [
  ['connect(?! --)', 'connect --discard-my-data'],
  ['connect --discard-my-data', 'connect'],
  ['primary(?! --)', 'primary --force'],
  ['primary --force', 'primary'],
  [' with keepalived held back', ''],
]

const policies: readonly Pair[] = [['to disconnect', 'as shipped']]

const quantifiers: readonly Pair[] = [['both', 'one']]
const outcomes = ['Done', 'Serving', 'Escalate']

/** Drops each term; a term that says of whom it speaks leaves that word to the next. */
function withoutOneTerm(condition: string): string[] {
  const terms = condition.split(' and ')
  if (terms.length < 2) return []
  return terms.map((term, at) => {
    const who = /^[A-Za-z0-9]+: /.exec(term)?.[0] ?? ''
    const next = terms[at + 1]
    const rest = terms.toSpliced(at, 1)
    if (next !== undefined && !/^[A-Za-z0-9]+: /.test(next)) rest[at] = who + next
    return rest.join(' and ')
  })
}

function withoutOneCommand(line: string): string[] {
  const commands = line.split('; ')
  return commands.map((_, at) => commands.toSpliced(at, 1).join('; '))
}

/** Drops each of several values, any of which would do. */
const withoutOneValue: Slip = (condition) =>
  [...condition.matchAll(/(?<==)[^ ]*\|[^ ]*/g)].flatMap(([values]) => {
    const each = values.split('|')
    return each.map((_, at) => condition.replace(values, each.toSpliced(at, 1).join('|')))
  })

/** The binding of a choice with its hosts exchanged. */
function otherBinding(line: string): string[] {
  const binding = /^- (?:`[^`]*` )?`([A-Z][A-Z_]*=[^`]*)`/.exec(line)?.[1]
  const to = (host: string): string => (host === 'be1' ? 'be2' : 'be1')
  if (binding === undefined || !/be[12]/.test(binding)) return []
  return [line.replace(binding, binding.replaceAll(/be[12]/g, to))]
}

/** Errors in fences' first lines and in choices. */
const slips: Readonly<Record<string, Slip>> = {
  'a swapped host': (line, names) => (isFence(line) ? exchanged(line, names) : []),
  'a host left out': (line) => (isFence(line) ? [line.replace(/ on=\w+/, '')] : []),
  'a swapped host in a condition': inCondition(exchanged),
  'a value changed': inCondition((condition) => exchanged(condition, values)),
  'a term dropped': inCondition(withoutOneTerm),
  'a condition dropped': (line) => {
    const condition = conditionOf(line)
    return condition === undefined ? [] : [line.replace(`\`${condition}\` `, '')]
  },
  'a value too few': inCondition(withoutOneValue),
  'another quantifier': inCondition((condition) => exchanged(condition, quantifiers)),
  'a condition for else': (line) => {
    const condition = conditionOf(line)
    return condition === undefined ? [] : [line.replace(condition, 'else')]
  },
  'a refusal narrowed': inCondition((condition) => [
    condition.replace('refused=any', 'refused=-7'),
  ]),
  'a swapped binding': otherBinding,
  'a wait too short': (line) =>
    isChoice(line) ? [line.replace(/ max \w+`/, ` max ${/`wait (\w+)/.exec(line)?.[1]}\``)] : [],
  'a wait dropped': (line) => (isChoice(line) ? [line.replace(/`wait [^`]*` /, '')] : []),
  'a choice dropped': (line) => (isChoice(line) ? [''] : []),
  'an effect understated': (line) =>
    isFence(line)
      ? [
          line.replace('effect=change', 'effect=read'),
          line.replace('effect=destroy', 'effect=change'),
        ]
      : [],
}

/** Errors in the lines of a command. */
const commandSlips: Readonly<Record<string, Slip>> = {
  'a command dropped': withoutOneCommand,
  'another command': (line) => exchanged(line, verbs),
  'another option': (line) => options.flatMap((pair) => replaced(line, pair)),
  'a policy changed': (line) => exchanged(line, policies),
}

/** What stands in the place of several lines, by kind. */
function* blockSlips(lines: readonly string[], at: number): Generator<[string, number, string[]]> {
  const line = lines[at]!
  if (isFence(line)) yield ['a block dropped', lines.indexOf('```', at) - at + 1, []]
  if (line.startsWith('> [!CAUTION]')) yield ['a caution dropped', 2, []]
  if (/^ {2}- "\w+: .*=/.test(line)) yield ['a cover dropped', 1, []]
  const next = lines[at + 1]
  if (next === undefined || !isChoice(line) || !isChoice(next)) return
  const [one, other] = [line, next].map((each) => each.slice(each.lastIndexOf('→')))
  yield ['targets swapped', 2, [line.replace(one!, other!), next.replace(other!, one!)]]
  yield ['choices exchanged', 2, [next, line]]
}

/** Where each step of a page begins, and the choices it has. */
function stepsOf(lines: readonly string[]): Map<string, {at: number; targets: string[]}> {
  const steps = new Map<string, {at: number; targets: string[]}>()
  let targets: string[] = []
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('## ')) steps.set(idOf(line.slice(3)), {at, targets: (targets = [])})
    if (isChoice(line)) targets.push(line.slice(line.lastIndexOf('→')))
  }
  return steps
}

const idOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-')

/** A choice that leads past a step, to where that step's first choice leads. */
function* skips(lines: readonly string[], at: number): Generator<[string, number, string[]]> {
  const line = lines[at]!
  if (!isChoice(line)) return
  const target = line.slice(line.lastIndexOf('→'))
  const id = /\(#([\w-]+)\)$/.exec(target)?.[1]
  const after = id === undefined ? undefined : stepsOf(lines).get(id)?.targets[0]
  if (after !== undefined) yield ['a step skipped', 1, [line.replace(target, after)]]
}

/** Commands in another order: the lines of one, or one block before the other. */
function* reorders(lines: readonly string[], at: number): Generator<[string, number, string[]]> {
  if (!isFence(lines[at]!)) return
  const end = lines.indexOf('```', at)
  const body = lines.slice(at + 1, end)
  for (let first = 0; first + 1 < body.length; first++) {
    const other = body.toSpliced(first, 2, body[first + 1]!, body[first]!)
    yield ['commands exchanged', end - at, [lines[at]!, ...other]]
  }
  const next = lines.findIndex((line, where) => where > end && /^(## |- |```)/.test(line))
  if (next === -1 || !isFence(lines[next]!)) return
  const last = lines.indexOf('```', next)
  const blocks = [lines.slice(next, last + 1), lines.slice(end + 1, next), lines.slice(at, end + 1)]
  yield ['blocks exchanged', last - at + 1, blocks.flat()]
}

/** An outcome that says of itself that it is another, wherever it is spoken of. */
function* otherOutcomes(text: string): Generator<[string, number, string]> {
  for (const [heading, word, rest] of text.matchAll(/^## (\w+): (.*)$/gm)) {
    const line = text.slice(0, text.indexOf(`${heading}\n`)).split('\n').length
    for (const other of outcomes) {
      if (other === word || !outcomes.includes(word!)) continue
      const titled = text.replaceAll(`${word}: ${rest}`, `${other}: ${rest}`)
      const [from, to] = [idOf(`${word}: ${rest}`), idOf(`${other}: ${rest}`)]
      yield [`${heading} → ${other}`, line, titled.replaceAll(`#${from})`, `#${to})`)]
    }
  }
}

/** All errors of all kinds that can be put into a runbook's Markdown, one in each text. */
export function plantErrors(text: string): PlantedError[] {
  const lines = text.split('\n')
  const roles = /^roles: \[(\w+), (\w+)\]$/m.exec(text)
  const names: readonly Pair[] = [
    ['be1', 'be2'],
    ...(roles ? [[roles[1]!, roles[2]!] as const] : []),
  ]
  const errors: PlantedError[] = []
  const plant = (kind: string, at: number, count: number, by: readonly string[]): void => {
    const before = lines.slice(at, at + count).join('\n')
    const after = by.join('\n')
    if (after === before) return
    const changed = lines.toSpliced(at, count, ...by).join('\n')
    errors.push({kind, line: at + 1, before, after, text: changed})
  }
  let inCommand = false
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('```')) inCommand = isFence(line)
    const possible = inCommand && !isFence(line) ? commandSlips : slips
    for (const [kind, slip] of Object.entries(possible)) {
      for (const wrong of new Set(slip(line, names)))
        plant(kind, at, 1, wrong === '' ? [] : [wrong])
    }
    for (const slip of [blockSlips, skips, reorders]) {
      for (const [kind, count, by] of slip(lines, at)) plant(kind, at, count, by)
    }
  }
  for (const [after, line, changed] of otherOutcomes(text)) {
    errors.push({kind: 'another outcome', line, before: lines[line - 1]!, after, text: changed})
  }
  return errors
}
