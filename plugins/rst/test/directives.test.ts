import {existsSync, readdirSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {directives, type DirectiveSpec, roles, sphinxDirectives, sphinxRoles} from '../src/index.ts'
import {directiveRules} from '../src/message/directive.ts'
import {fileRules} from '../src/message/file.ts'
import {roleRules} from '../src/message/role.ts'
import type {Rule} from '../src/message/rule.ts'
import {readExamples} from './spec-file.ts'

const folder = new URL('spec/', import.meta.url)
const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) =>
  name.endsWith('.md'),
)
const fences = files
  .flatMap((name) => readExamples(new URL(name, folder)))
  .flatMap((example) => example.fences)
const inputs = fences.filter(({language}) => language === 'rst').map(({content}) => content)
const messages = fences.filter(({language}) => language === 'messages').map(({content}) => content)

describe('every name stands in an example', () => {
  const text = inputs.join('\n').toLowerCase()
  const used = (name: string): boolean => text.includes(`${name}::`)
  /** Domains repeat what they have in common; one example of each is enough. */
  const isShared = ({name}: DirectiveSpec): boolean => /^(c|cpp|js|py):/.test(name)
  const unprefixed = new Set(
    sphinxDirectives.filter(isShared).map(({name}) => name.replace(/^\w+:/, '')),
  )

  it.each(directives.map((spec) => [spec.name, spec]))('%s', (_, {name, aliases = []}) => {
    expect([name, ...aliases].filter((each) => !used(each))).toEqual([])
  })

  it('of the directives of Sphinx', () => {
    const names = sphinxDirectives
      .filter((spec) => !isShared(spec) && !unprefixed.has(spec.name))
      .map(({name}) => name)
    expect(names.filter((name) => !used(name))).toEqual(['cssclass', '*'])
  })

  it('of the roles', () => {
    const names = [...roles, ...sphinxRoles].filter(({name}) => !/^(c|cpp|js|py|rst):/.test(name))
    const missing = names.filter(
      ({name}) => !text.includes(`:${name}:\``) && !text.includes(`\`:${name}:`),
    )
    const ours = new Set(['data', 'exc', 'const', 'attr', 'type', 'obj', 'deco'])
    const reserved = / (?:anonymous|named|uri|footnote|citation|substitution)-reference$/
    expect(
      missing.map(({name}) => name).filter((name) => !ours.has(name) && !reserved.test(` ${name}`)),
    ).toEqual(['*'])
  })
})

/** Files that hold what directives share, and therefore no directive of their own. */
const shared = new Set([
  ...['block', 'block-attributes', 'budget', 'chain', 'clip', 'code-block', 'csv'],
  ...['document-front', 'index', 'numbered-lines', 'pending', 'read-file', 'run', 'spec'],
  ...['standard-file', 'standard-files', 'strftime', 'structure', 'table-data', 'table-frame'],
  ...['sphinx/index', 'sphinx/line-spec', 'sphinx/literal', 'sphinx/node-id'],
  ...['sphinx/domain/index', 'sphinx/domain/object', 'class-attribute', 'sphinx/explicit-title'],
  'sphinx/external-links', // a site's settings name its roles; external-links.test.ts has examples
])

describe.each(['directive', 'role'])('every file of %s has a specification', (room) => {
  const sources = readdirSync(new URL(`../src/${room}/`, import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  })
  const names = sources
    .filter((name) => name.endsWith('.ts') && !name.startsWith('convert/'))
    .map((name) => name.replace('.ts', ''))
    .filter((name) => !shared.has(name))

  it.each(names)('%s', (name) => {
    expect(existsSync(new URL(`${room}/${name}.md`, folder))).toBe(true)
  })
})

it('documents every directive and role in a sentence', () => {
  for (const {name, doc} of [...directives, ...roles, ...sphinxDirectives, ...sphinxRoles]) {
    expect(doc, name).toMatch(/^[A-Z].*\.$/)
  }
})

/** Rules whose examples need a budget or a broken file: they have tests of their own. */
const elsewhere = new Set(['include-depth', 'include-lines', 'file-encoding'])

describe('every rule has an example of its message', () => {
  const all: Record<string, Rule<never>> = {...directiveRules, ...roleRules, ...fileRules}
  const loud = Object.keys(all).filter((id) => all[id]!.severity !== 'off' && !elsewhere.has(id))

  it.each(loud)('%s', (id) => {
    expect(messages.some((text) => text.includes(` ${id} Unexpected `))).toBe(true)
  })
})
