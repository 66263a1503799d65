import {describe, expect, it} from 'vitest'
import {
  Element,
  nodeSpecs,
  parse,
  resolve,
  Text,
  toMdast,
  type DirectiveSpec,
} from '../src/index.ts'
import {isSafeImage, isSafeLink} from '../src/to-mdast/url.ts'
import {mdastOutline} from './mdast-outline.ts'

/** All of docutils' elements, from its document tree's list. */
const docutilsElements = `
  abbreviation acronym address admonition attention attribution author authors block_quote
  bullet_list caption caution citation citation_reference classifier colspec comment compound
  contact container copyright danger date decoration definition definition_list
  definition_list_item description docinfo doctest_block emphasis entry enumerated_list error
  field field_body field_list field_name figure footer footnote footnote_reference generated
  header hint image important inline label legend line line_block list_item literal
  literal_block math math_block meta note option option_argument option_group option_list
  option_list_item option_string organization paragraph pending problematic raw reference
  revision row rubric section sidebar status strong subscript substitution_definition
  substitution_reference subtitle superscript system_message table target tbody term tgroup thead
  tip title title_reference topic transition version warning
`

describe('the table of elements', () => {
  const types = nodeSpecs.map(({type}) => type)

  it('has a line for each element of docutils', () => {
    const missing = docutilsElements
      .trim()
      .split(/\s+/)
      .filter((type) => !types.includes(type))
    expect(missing).toEqual([])
  })

  it('has one line for each', () => {
    expect(types.filter((type, i) => types.indexOf(type) !== i)).toEqual([])
  })
})

it('keeps the content of elements it does not know', () => {
  const strange: DirectiveSpec = {
    name: 'strange',
    doc: 'An element of somebody else’s.',
    run: () => [new Element('strange', {ids: ['here']}, [new Text('kept')])],
  }
  const document = parse('.. strange::', {directives: [strange]})
  resolve(document)
  expect(mdastOutline(toMdast(document))).toBe(
    'root\n  anchor <span id=here>\n  paragraph\n    text "kept"',
  )
})

it('leaves runbooks to those who know them', () => {
  const runbook: DirectiveSpec = {
    name: 'runbook',
    doc: 'A runbook.',
    arguments: {required: 1},
    run: (call) => [new Element('runbook', {name: call.arguments[0]!, start: 'compare'})],
  }
  const document = parse('.. runbook:: split-brain', {directives: [runbook]})
  resolve(document)
  expect(toMdast(document).children).toEqual([
    {
      type: 'leafDirective',
      name: 'runbook',
      attributes: {name: 'split-brain', start: 'compare'},
      children: [],
      data: {hName: 'div', hProperties: {dataRunbook: 'split-brain'}},
      position: {start: {line: 1, column: 1}, end: {line: 1, column: 25}},
    },
  ])
})

describe('addresses', () => {
  it.each([
    ['https://example.org', true],
    ['page.rst#id', true],
    ['mailto:me@example.org', true],
    ['http:relative', true],
    ['javascript:alert(1)', false],
    ['JAVASCRIPT:alert(1)', false],
    [' \u0001javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['java\tscript:alert(1)', false],
    ['vbscript:x', false],
    ['data:text/html,<script>', false],
    ['blob:x', false],
  ])('%j is safe: %s', (url, safe) => {
    expect(isSafeLink(url)).toBe(safe)
  })

  it('of pictures may hold the picture', () => {
    expect(isSafeImage('data:image/png;base64,AA==')).toBe(true)
    expect(isSafeImage('data:text/html,x')).toBe(false)
  })
})
