import type {Root} from 'mdast'
import {describe, expect, it} from 'vitest'
import {type HandbookPage, rules, toTypst} from '../src/index.ts'
import {readFixtureRunbook} from './fixtures.ts'
import {parse} from './print.ts'
import {readSpecs} from './spec-file.ts'

const options = {title: 'Book', siteUrl: 'https://site.example'}
const runbook = readFixtureRunbook()

function page(path: string, source: string, more: Partial<HandbookPage> = {}): HandbookPage {
  return {path, title: path, root: parse(source), ...more}
}

function sourceOf(pages: Parameters<typeof toTypst>[0], runbooks = [runbook]): string {
  const {source, files} = toTypst(pages, runbooks, options)
  return [source, ...files.map((file) => ('text' in file ? file.text : ''))].join('\n')
}

describe('a book', () => {
  it('is its title, its contents, and its pages in order', () => {
    const {source} = toTypst([page('a.md', 'A'), page('b.md', 'B')], [], options)
    expect(source.split('\n')).toEqual([
      '#import "/theme.typ": *',
      '#show: handbook',
      '#title-page()',
      '#contents()',
      '#include "/pages/0001.typ"',
      '#include "/pages/0002.typ"',
      '',
    ])
  })

  it('has headings over pages, and pages below them', () => {
    const source = sourceOf([{part: 'Guide'}, page('a.md', '# A\n\n## B', {level: 2})], [])
    expect(source).toContain('#page-start(1, "Guide")')
    expect(source).toContain('#page-start(2, "A", label: "a.md#")')
    expect(source).toContain('#section(3, "B", label: "a.md#b")')
  })

  it('keeps equal ids of two pages apart', () => {
    const source = sourceOf([page('a.md', '## X'), page('b.md', '## X\n\n[x](a.md#x)')], [])
    expect(source).toContain('label: "a.md#x"')
    expect(source).toContain('label: "b.md#x"')
    expect(source).toContain('cross-reference("a.md#x", "x")')
  })

  it('writes no label twice, and every label that is referred to', () => {
    const source = sourceOf([
      page('a.md', '<a id="x"></a>\n\n<p id="x">y</p>\n\n[l](#x) [m](#gone) [n](b.md)'),
      page('b.md', '## <a id="y"></a>Y\n\n[y](#y) <kbd id="z">k</kbd> [z](#z)'),
    ])
    const written = [
      ...source.matchAll(/anchor\("([^"]+)"\)/g),
      ...source.matchAll(/#(?:section|page-start|step|runbook-start)\(.*? label: "([^"]+)"/g),
    ].map(([, label]) => label)
    expect(new Set(written).size).toBe(written.length)
    const referred = [...source.matchAll(/(?:cross-reference\(|go-to\(.*?label: )"([^"]+)"/g)]
    expect(referred.length).toBeGreaterThan(5)
    for (const [, label] of referred) expect(written).toContain(label)
  })

  it('has an index of its entries, in order, with terms under terms', () => {
    const root = parse(
      '.. index:: single: DRBD; resync\n           DRBD\n           VRRP\n\nWords.',
      'rst',
    )
    const {source} = toTypst([{path: 'a.rst', title: 'A', root}], [], options)
    expect(source).toContain(
      '#index-pages("D", (0, "DRBD", ("index#1",)), (1, "resync", ("index#1",)), "V", (0, "VRRP", ("index#1",)))',
    )
  })

  it('has its runbooks at the end, if no page stands for them, and an index by symptom', () => {
    const source = sourceOf([page('a.md', 'A\n\n::runbook{name="pump-stopped"}')])
    expect(source).toContain('#page-start(1, "Runbooks")')
    expect(source).toContain('#runbook-start(2, "The pump has stopped"')
    expect(source).toContain(
      'runbook-reference("The pump has stopped", label: "docs/pump-stopped.md#"',
    )
    expect(source).toContain(
      '#symptom-index(("One host shows pump=stopped", "The pump has stopped", "docs/pump-stopped.md#"), ("Each host shows pump=stopped|broken", ',
    )
  })

  it('points its messages at the file a fragment was written in', () => {
    const origin = {
      file: 'includes/x.rst',
      line: 3,
      column: 5,
      includedFrom: [{file: 'docs/a.rst', line: 12, column: 1}],
    }
    const link = {
      type: 'link',
      url: 'gone.rst',
      children: [{type: 'text', value: 'x'}],
      data: {origin},
    }
    const root = {
      type: 'root',
      children: [{type: 'paragraph', children: [link]}],
    } as unknown as Root
    const [message] = toTypst([{path: 'docs/a.rst', title: 'A', root}], [], options).messages
    expect([message!.file, message!.line, message!.column]).toEqual(['includes/x.rst', 3, 5])
    expect((message!.cause as Error).name).toBe('docs/a.rst:12:1')
  })

  it('prints what is inside a node it does not know', () => {
    const child = {type: 'paragraph', children: [{type: 'text', value: 'inside'}]}
    const root = {type: 'root', children: [{type: 'novel', children: [child]}]} as unknown as Root
    const {files, messages} = toTypst([{path: 'a.md', title: 'A', root}], [], options)
    expect(JSON.stringify(files)).toContain('inside')
    expect(messages.map(({ruleId}) => ruleId)).toEqual([rules.unknownNode.id])
  })
})

it('every rule has an example', () => {
  const examples = readSpecs()
    .map(({blocks}) => blocks['messages'] ?? '')
    .join('\n')
  const shown = Object.values(rules).filter((rule) => rule !== rules.unknownNode)
  for (const {id} of shown) expect(examples).toContain(` ${id}: `)
})

describe('a runbook', () => {
  const {files} = toTypst([], [runbook], options)
  const written = (files.find(({path}) => path === '/pages/0002.typ') as {text: string}).text
  // The pieces a long line is cut into, as one again.
  const source = written.replace(/"\), \(\d+, \d, "/g, '')

  it('has the fields of its head', () => {
    expect(source).toContain(
      'facts: (("Takes", "10 minutes"), ("Needs", "a torch; the key to the cellar"), ("Owner", "the plumbers"))',
    )
    expect(source).toContain(
      'blanks: (("east", none), ("west", none), ("RUNNING", none), ("STOPPED", none), ("PORT", "7001"), ("TICKET", none))',
    )
  })

  it('has a blank where a role or a value is not known', () => {
    expect(source).toContain('[ \\"$(hostname -s)\\" = ________ ] && ')
    expect(source).toContain('with-blank("on STOPPED =")')
  })

  it('has a command once for both hosts where it is the same, else once for each', () => {
    expect(source).toContain(
      'command((("east", "west"), (((36, 0, "pumpctl --port 7001 status --verbose"),),))',
    )
    expect(source).toContain('= east ] && { pumpctl enable; }')
    expect(source).toContain('= west ] && { pumpctl enable; }')
  })

  it('says how dangerous a command is', () => {
    expect(source).toContain('effect: "destroy", word: "Destroys data"')
    expect(source).toContain('effect: "change", word: "By hand: Change"')
  })

  it('has what to expect in the box of its command, and nowhere else', () => {
    expect(source.split('pump:stopped   flow: 0').length).toBe(2)
  })

  it('has the compiler measure a step that may be longer than a page', () => {
    const [first, ...others] = runbook.steps
    const node = {type: 'code' as const, lang: 'text', value: 'line\n'.repeat(60)}
    const long = {...runbook, steps: [{...first!, body: [...first!.body, node]}, ...others]}
    expect(source).not.toContain('long: true')
    expect(sourceOf([], [long]).split('long: true').length).toBe(2)
  })

  it('sends on, writes down and waits', () => {
    expect(source).toContain(
      'write: "STOPPED = east, RUNNING = west", go-to: go-to(step: 2, label: "docs/pump-stopped.md#start-it")',
    )
    expect(source).toContain(
      'wait: "look again every 10 s, for 2 min at most", go-to: go-again("this step again")',
    )
  })
})
