import {mkdirSync, mkdtempSync, readFileSync, rmSync, rmdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseLog, resume} from '@handrail/runbook/log'
import {type Given, type State, start} from '@handrail/runbook/machine'
import {reader} from '@handrail/cluster/read'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type RunbookLibrary, runbookLibrary} from '../src/library/runbook-library.ts'
import {type Journal, fileJournal} from '../src/terminal/journal.ts'
import {type SessionOptions, runSession} from '../src/terminal/run-session.ts'
import {englishTerminal, terminalTexts} from '../src/terminal/words.ts'
import {scriptedTerminal} from './scripted-terminal.ts'

const head = (name: string, more = '') => `---
runbook: ${name}
hosts: [be1, be2]
roles: [OLD]
values: {RESOURCE: {default: pc0, pattern: '[a-z0-9]+'}}
${more}---
`
const pages = {
  example: `${head('example', 'unproven: [That anybody reads this.]\n')}
# Example

When something is to be tried; see [the page](https://example.org/a).

## What do both show?

\`\`\`sh on=each effect=read
cat /proc/drbd
ping -c 3 <be2>
\`\`\`

\`\`\`text expect
cs:Connected
\`\`\`

- \`both: cs=Connected\` Both are connected → [Done: well](#done-well)
- \`both: cs=StandAlone\` Both stand alone → [Other](other.md)
- \`OLD: ro=Secondary\` One is secondary → [Throw it away](#throw-it-away)
- \`else\` Anything else → [Throw it away](#throw-it-away)

## Throw it away

> [!CAUTION]
> Everything on OLD is lost.

\`\`\`sh on=OLD effect=destroy
drbdadm invalidate <RESOURCE>
\`\`\`

- \`OLD: cs=SyncTarget\` \`wait 10s max 1min\` It syncs → [Throw it away](#throw-it-away)
- \`else\` It is done → [Done: well](#done-well)

## Done: well

Go on with [Other](other.md#again).
`,
  other: `${head('other')}
# Other

## First

- A → [Again](#again)
- B → [Example](example.md#throw-it-away)

## Again

- C → [Escalate: call](#escalate-call)

## Escalate: call
`,
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'session-'))
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, `${name}.md`), text)
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

interface Way {
  given?: Given
  plain?: boolean
  unfinished?: string
  log?: string
}

/** Follows `example.md`, typing these lines; returns what was shown, and the log. */
async function follow(lines: readonly string[], {given, plain, unfinished, log = 'a'}: Way = {}) {
  const find = runbookLibrary({site: folder})
  const runbook = (await find(join(folder, 'example.md')))!
  const terminal = scriptedTerminal(lines, {unfinished, width: plain ? Infinity : 80})
  const journal = fileJournal({file: join(folder, `${log}.log.json`), by: 'ann'})
  const {state} = start(runbook, given)
  journal.add(runbook, state, {kind: 'start'})
  await runSession(runbook, terminal, {...options(find, journal, state), plain})
  return {screen: terminal.screen, journal, runbook, find}
}

/** What a session is run with; no time passes in it. */
function options(find: RunbookLibrary, journal: Journal, state: State): SessionOptions {
  const read = () => Promise.resolve(reader)
  return {texts: englishTerminal, state, find, reader: read, journal, clock: () => 0}
}

function kept(file: string) {
  return parseLog(readFileSync(join(folder, file), 'utf8')).log!
}

describe('a step on the screen', () => {
  test('shows once what is the same on both hosts, and what to expect', async () => {
    const {screen} = await follow(['q'], {given: {hosts: {be1: 'db1', be2: 'db2.example.org'}}})
    expect(screen).toBe(`
Example

When something is to be tried; see the page (https://example.org/a).

Not proven: That anybody reads this.

Step 1 of “Example”
What do both show?
------------------
(be1 is db1, be2 is db2.example.org)

Run on each host in turn (db1, db2.example.org): reads only
    cat /proc/drbd
    ping -c 3 db2.example.org

Expected output:
    cs:Connected

1. Both are connected
2. Both stand alone
3. One is secondary
4. Anything else

Number, or h for help > q
`)
  })

  test('is read aloud without signs and broken lines', async () => {
    const {screen} = await follow(['3', 'be2', 'q'], {plain: true})
    expect(screen).toContain(`
Step 2 of “Example”
Throw it away
(OLD is be2)

CAUTION: Everything on OLD is lost.

Run on OLD (be2): destroys data. Type show to see the command.
`)
    expect(screen).toContain('\nRun on each host in turn (be1, be2): reads only\ncat /proc/drbd\n')
    expect(screen).toContain('\nEnd of the block.\n')
  })

  test('names the hosts as they are called, in what is lost too', async () => {
    const given = {hosts: {be1: 'athene', be2: 'hera'}, roles: {OLD: 'be2'}}
    const {screen} = await follow(['4', 'show', 'be2', 'a', 'q'], {given})
    expect(screen).toContain('\nEverything on hera (OLD) is lost.\n')
    expect(screen).toContain('That is not hera.')
  })

  test('names the pages that an outcome leads to', async () => {
    const {screen} = await follow(['1', 'run other', 'q'])
    expect(screen).toContain('Go on with Other (other).')
    expect(screen).toContain('The runbook ends here. b goes back, q leaves.')
    expect(screen).toContain('Step 1 of “Other”')
  })
})

describe('an answer', () => {
  test('that nobody can tell the host of asks for it, by either name', async () => {
    const {journal} = await follow(['3', 'nothing', '3', 'db2', 'q'], {
      given: {hosts: {be2: 'db2'}},
    })
    expect(journal.log.legs[0]!.answers).toEqual([
      {step: 'what-do-both-show', choice: 'one-is-secondary', roles: {OLD: 'be2'}},
    ])
  })

  test('that waits counts the time, shows no command again that changes, and ends', async () => {
    const {screen, journal} = await follow(['3', 'be2', ...Array<string>(7).fill('1'), 'q'])
    expect(screen).toContain('Wait 10s, then look again.')
    expect(screen).toContain('2. It is done — No other answer fits what you saw.')
    expect(screen).toContain('destroys data. Done already: while you wait, only look.')
    expect(screen).toContain('The wait is over: choose something else.')
    expect(journal.log.legs[0]!.answers.at(-1)).toMatchObject({waited: 60})
  })

  test('is pointed out by pasted output, with or without the word for it', async () => {
    const drbd = ' 0: cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----'
    const typed = await follow(['p', 'be1', drbd, '.', `${drbd}\nanother line`, 'be2', 'q'])
    expect(typed.screen).toContain('2. Both stand alone — This is what you saw: ')
    expect(typed.journal.log.entries.map(({kind}) => kind)).toEqual([
      'start',
      'evidence',
      'evidence',
    ])
  })

  test('is none of the lines of pasted output', async () => {
    const {screen, journal} = await follow(['1\n2\nwhatever was on the screen', '2\nq'])
    expect(screen).toContain('Nothing of this was understood. It is kept in the log.')
    expect(journal.log.legs.map(({runbook}) => runbook)).toEqual(['example', 'other'])
  })
})

describe('back', () => {
  test('leads through the runbooks of the session', async () => {
    const {screen, journal} = await follow(['2', '1', 'b', 'b', 'b', 'q'])
    expect(screen.match(/^Step .*/gm)).toEqual([
      'Step 1 of “Example”',
      'Step 1 of “Other”',
      'Step 2 of “Other”',
      'Step 1 of “Other”',
      'Step 1 of “Example”',
    ])
    expect(screen).toContain('There is nothing to go back to.')
    expect(journal.log.legs).toMatchObject([{runbook: 'example', answers: []}])
  })

  test('leads through the runbooks of a session that was taken up again', async () => {
    const {runbook, find, journal} = await follow(['2', '2'])
    const log = kept('a.log.json')
    expect(log).toEqual(journal.log)
    expect(log.legs.map((leg) => leg.runbook)).toEqual(['example', 'other', 'example'])
    const terminal = scriptedTerminal(['b', 'b', 'b'])
    const file = join(folder, 'a.log.json')
    const again = fileJournal({file, log, takesUp: true})
    const {state} = resume(runbook, log)
    await runSession(runbook, terminal, options(find, again, state))
    expect(terminal.screen.match(/^Step .*/gm)).toEqual([
      'Step 2 of “Example”',
      'Step 1 of “Other”',
      'Step 1 of “Example”',
    ])
  })
})

describe('an earlier answer', () => {
  const way = ['3', 'be2', '2', 'a']

  test('is listed with the others, and changed; what still fits stays, what does not is named', async () => {
    const {screen, journal} = await follow([...way, 'a 1', '4', 'q'])
    expect(screen).toContain(`Decided so far:
1. What do both show? One is secondary
2. Throw it away It is done
`)
    expect(screen).toContain('Answer 1 is being changed. Later ones are kept')
    expect(screen).toContain('No longer fits')
    expect(journal.log.entries.map(({kind}) => kind)).toEqual([
      'start',
      'answer',
      'answer',
      'back',
      'answer',
    ])
  })

  test('keeps those after it that still fit', async () => {
    const {screen, journal} = await follow(['3', 'be2', '2', 'a 1', '3', 'be2', 'q'])
    expect(screen).toContain('1 later answers still fit and were kept.')
    expect(screen.match(/^Step .*/gm)!.at(-1)).toBe('Step 3 of “Example”')
    expect(journal.log.legs[0]!.answers).toHaveLength(2)
  })

  test('about the other host is given up, by name', async () => {
    const {screen} = await follow(['3', 'be2', '2', 'a 1', '3', 'be1', 'q'])
    expect(screen.replaceAll('\n', ' ')).toContain(
      'No longer fits, as it was about the other host: “It is done” (Throw it away).',
    )
    expect(screen.match(/^Step .*/gm)!.at(-1)).toBe('Step 2 of “Example”')
  })

  test('stays as it was if nothing is answered in its place', async () => {
    const {screen, journal} = await follow([...way, 'a 1', 'b', 'a 9', 'q'])
    expect(screen.match(/^Step .*/gm)!.at(-1)).toBe('Step 3 of “Example”')
    expect(screen).toContain('There is no answer 9.')
    expect(journal.log.legs[0]!.answers).toHaveLength(2)
  })
})

test('the words are those of the site’s translation, and English where it has none', () => {
  const file = join(folder, 'i18n/de/docusaurus-plugin-runbook/terminal.json')
  mkdirSync(dirname(file), {recursive: true})
  writeFileSync(file, '{"here": {"message": "Hier: {number}"}, "end": 1}')
  expect(terminalTexts(folder, 'de')).toEqual({...englishTerminal, here: 'Hier: {number}'})
  expect(terminalTexts(folder, undefined)).toBe(englishTerminal)
  const site = fileURLToPath(new URL('../../..', import.meta.url))
  const german = terminalTexts(site, 'de')
  for (const [id, text] of Object.entries(german)) {
    const holes = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).sort()
    expect([id, holes(text)]).toEqual([id, holes(englishTerminal[id as keyof typeof german])])
  }
})

describe('nothing is lost', () => {
  test('when the connection ends within a note or within pasted output', async () => {
    await follow([], {unfinished: 'n the disk was ch'})
    expect(kept('a.log.json').entries.at(-1)).toMatchObject({text: 'the disk was ch'})
    await follow(['p', 'be1', 'first line'], {unfinished: 'second li', log: 'b'})
    expect(kept('b.log.json').entries.at(-1)).toMatchObject({text: 'first line\nsecond li'})
  })

  test('but an answer that was not sent is not given', async () => {
    await follow([], {unfinished: '2'})
    expect(kept('a.log.json').entries.map(({kind}) => kind)).toEqual(['start'])
  })

  test('when the log cannot be written for a while', async () => {
    const find = runbookLibrary({site: folder})
    const runbook = (await find(join(folder, 'example.md')))!
    const journal = fileJournal({file: join(folder, 'a.log.json')})
    // A folder in the way of the file stops everybody, the superuser too.
    mkdirSync(join(folder, 'a.log.json.new'))
    const typed = function* () {
      yield 'n seen while the disk was full'
      yield 'q'
      yield 'log'
      rmdirSync(join(folder, 'a.log.json.new'))
      yield 'n there is room again'
      yield 'q'
    }
    const terminal = scriptedTerminal(typed())
    await runSession(runbook, terminal, options(find, journal, start(runbook).state))
    expect(terminal.screen).toContain('NOT IN THE LOG FILE YET')
    expect(terminal.screen).toContain('The log is not in its file')
    expect(kept('a.log.json').entries.map(({text}) => text)).toEqual([
      'seen while the disk was full',
      'there is room again',
    ])
  })

  test('when two sessions take up one log', async () => {
    const {runbook, find} = await follow(['2'])
    const file = join(folder, 'a.log.json')
    const [one, two] = [1, 2].map(() => fileJournal({file, log: kept('a.log.json'), takesUp: true}))
    await runSession(
      runbook,
      scriptedTerminal(['n one']),
      options(find, one!, start(runbook).state),
    )
    const late = scriptedTerminal(['n two'])
    await runSession(runbook, late, options(find, two!, start(runbook).state))
    expect(late.screen.replaceAll('\n', ' ')).toContain(`This one goes on in ${two!.file}`)
    expect(kept('a.log.json').entries.at(-1)).toMatchObject({text: 'one'})
    expect(kept('a-2.log.json').entries.at(-1)).toMatchObject({text: 'two'})
  })

  test('and a log that is there is not written over', () => {
    writeFileSync(join(folder, 'mine.json'), 'mine')
    expect(() => fileJournal({file: join(folder, 'mine.json')})).toThrow('EEXIST')
    expect(readFileSync(join(folder, 'mine.json'), 'utf8')).toBe('mine')
  })
})
