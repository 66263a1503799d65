import {existsSync, readdirSync} from 'node:fs'
import {expect, it} from 'vitest'
import {constructs as blocks} from '../src/block/index.ts'
import {constructs as inlines, implicit} from '../src/inline/index.ts'

/** Files that hold what constructs share, and therefore no construct of their own. */
const shared = {
  block: [
    'construct context field-marker grid index labelled list-item marker parser scope simple',
    'table text-grid',
  ],
  inline: [
    'characters construct delimited document-reference index inline-text parse punctuation',
    'uri-schemes',
  ],
}

it.each(Object.entries(shared))('has a specification for each construct of %s', (folder, lines) => {
  const plain = new Set(lines.flatMap((line) => line.split(' ')))
  const files = readdirSync(new URL(`../src/${folder}/`, import.meta.url))
  const names = files.map((file) => file.replace('.ts', '')).filter((name) => !plain.has(name))
  const missing = names.filter(
    (name) => !existsSync(new URL(`spec/${folder}/${name}.md`, import.meta.url)),
  )
  expect(missing).toEqual([])
})

it('looks for body elements in the order of docutils', () => {
  expect(blocks.map(({name}) => name)).toEqual([
    'block_quote',
    'bullet_list',
    'enumerated_list',
    'field_list',
    'option_list',
    'doctest_block',
    'line_block',
    'table',
    'table',
    'explicit_markup',
    'adornment',
  ])
})

it('looks for addresses only where no other markup is', () => {
  expect(inlines.map(({name}) => name)).not.toContain('standalone_uri')
  expect(implicit.map(({name}) => name)).toEqual([
    'standalone_uri',
    'pep_reference',
    'rfc_reference',
  ])
})
