import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Root, RootContent} from 'mdast'
import {afterAll, describe, expect, test} from 'vitest'
import {adaptAdmonitions} from '../src/adapt/admonitions.ts'
import {declareAnchors} from '../src/adapt/anchors.ts'
import {adaptCode} from '../src/adapt/code.ts'
import {adaptLinks, pageTarget} from '../src/adapt/links.ts'
import {adaptTabs} from '../src/adapt/tabs.ts'
import {adaptTitles} from '../src/adapt/titles.ts'
import {Routes} from '../src/routes.ts'

const text = (value: string) => ({type: 'text', value}) as const
const paragraph = (value: string) => ({type: 'paragraph', children: [text(value)]}) as const
const directive = (name: string, ...children: unknown[]) =>
  ({type: 'containerDirective', name, data: {hName: 'div'}, children}) as unknown as RootContent
const root = (...children: unknown[]) => ({type: 'root', children}) as unknown as Root

test('a page has one title: further ones come a step down, with what is below them', () => {
  const heading = (depth: number) => ({type: 'heading', depth, children: []})
  const tree = root(...[1, 2, 1, 2, 1, 6].map(heading))
  adaptTitles(tree)
  expect(tree.children.map((node) => 'depth' in node && node.depth)).toEqual([1, 2, 2, 3, 2, 6])
})

test('links find the title of a page, to which the theme gives no id', () => {
  const heading = {type: 'heading', depth: 1, children: [], data: {hProperties: {id: 'setup'}}}
  const tree = root(heading)
  adaptTitles(tree)
  declareAnchors(tree)
  expect(heading.children).toMatchObject([{data: {hName: 'span', hProperties: {id: 'setup'}}}])
  expect(JSON.stringify(tree)).toContain('"name":"ids","value":"setup"')
})

test('links find an admonition with a name', () => {
  const note = {...directive('note', paragraph('x')), data: {hProperties: {id: 'mind'}}}
  const tree = root(note)
  adaptAdmonitions(tree)
  declareAnchors(tree)
  const place = {type: 'anchor', data: {hName: 'span', hProperties: {id: 'mind'}}}
  expect(tree.children[0]).toMatchObject({children: [place, paragraph('x')]})
  expect(JSON.stringify(tree)).toContain('"name":"ids","value":"mind"')
})

describe('admonitions', () => {
  test.each([
    ['note', 'note', undefined],
    ['hint', 'tip', 'Hint'],
    ['seealso', 'info', 'See also'],
    ['attention', 'warning', 'Attention'],
    ['error', 'danger', 'Error'],
  ])('%s looks like %s', (name, keyword, title) => {
    const tree = root(directive(name, paragraph('x')))
    adaptAdmonitions(tree)
    const label = {...paragraph(title ?? ''), data: {directiveLabel: true}}
    expect(tree.children).toEqual([
      {
        type: 'containerDirective',
        name: keyword,
        children: [...(title ? [label] : []), paragraph('x')],
      },
    ])
  })

  test('keep a title of their own', () => {
    const title = {...paragraph('Mine'), data: {directiveLabel: true}}
    const tree = root(directive('hint', title, paragraph('x')))
    adaptAdmonitions(tree)
    expect(tree.children).toMatchObject([{name: 'tip', children: [title, paragraph('x')]}])
  })

  test.each([
    ['versionadded', 'info', 'New in version 2.1'],
    ['versionchanged', 'info', 'Changed in version 2.1'],
    ['deprecated', 'warning', 'Deprecated since version 2.1'],
    ['versionremoved', 'warning', 'Removed in version 2.1'],
  ])('%s names its version', (name, keyword, title) => {
    const tree = root({...directive(name, paragraph('x')), attributes: {version: '2.1'}})
    adaptAdmonitions(tree)
    const label = {...paragraph(title), data: {directiveLabel: true}}
    expect(tree.children).toMatchObject([{name: keyword, children: [label, paragraph('x')]}])
  })

  test('others are left alone', () => {
    const tree = root(directive('container', paragraph('x')))
    adaptAdmonitions(tree)
    expect(tree).toEqual(root(directive('container', paragraph('x'))))
  })
})

const labelOf = (words: string) => ({...paragraph(words), data: {directiveLabel: true}})
const tab = (label: string) => directive('tab', labelOf(label), paragraph('in it'))

test('tabs become components, imported once', () => {
  const tree = root(directive('tabs', tab('One'), tab('Two')), directive('tabs', tab('Three')))
  adaptTabs(tree)
  expect(tree.children).toMatchObject([
    {
      name: 'RstTabs',
      children: [
        {
          name: 'RstTabItem',
          attributes: [{value: '0-One'}, {value: 'One'}],
          children: [paragraph('in it')],
        },
        {name: 'RstTabItem', attributes: [{value: '1-Two'}, {value: 'Two'}]},
      ],
    },
    {name: 'RstTabs'},
    {type: 'mdxjsEsm'},
    {type: 'mdxjsEsm'},
  ])
})

test('tabs without a frame stand in one, and change with those of the same names', () => {
  const tree = root(tab('One'), tab('Two'), paragraph('between'), tab('One'))
  adaptTabs(tree)
  const tabs = {name: 'RstTabs', attributes: [{name: 'groupId', value: 'tabs'}]}
  const one = {name: 'RstTabItem', attributes: [{value: 'One'}, {value: 'One'}]}
  const two = {name: 'RstTabItem', attributes: [{value: 'Two'}, {value: 'Two'}]}
  expect(tree.children.slice(0, 3)).toMatchObject([
    {...tabs, children: [one, two]},
    paragraph('between'),
    {...tabs, children: [one]},
  ])
})

describe('code', () => {
  test('keeps its language beside classes of its own', () => {
    const tree = root({
      type: 'code',
      lang: 'sh',
      value: '',
      data: {hProperties: {className: ['wide']}},
    })
    adaptCode(tree)
    expect(tree.children[0]).toMatchObject({
      data: {hProperties: {className: ['language-sh', 'wide']}},
    })
  })

  test.each([
    ['In a file', 'title="In a file" {2}'],
    ['In "quotes"', '{2}'],
  ])('with the caption %s', (caption, meta) => {
    const code = {type: 'code', lang: 'sh', meta: '{2}', value: 'x'}
    const figure = {
      type: 'figure',
      children: [{type: 'figureCaption', children: [text(caption)]}, code],
    }
    const tree = root(figure)
    adaptCode(tree)
    const [first] = tree.children
    expect(first?.type === 'figure' ? first.children[1] : first).toMatchObject({meta})
  })
})

test.each([
  ['page.rst', {path: 'page.rst', rest: ''}],
  ['../deep/page.rst?x#y', {path: '../deep/page.rst', rest: '?x#y'}],
  ['/deep/page', {path: '/deep/page', rest: ''}],
  ['page.md#y', {path: 'page.md', rest: '#y'}],
  ['picture.svg', undefined],
  ['#here', undefined],
  ['https://other.example/page.rst', undefined],
  ['mailto:a@b.example', undefined],
  ['//other.example/page', undefined],
])('a link to %s leads to the page %j', (url, target) => {
  expect(pageTarget(url, (path) => path.endsWith('.rst'))).toEqual(target)
})

test('a link to what is no address is left as it was written', () => {
  const tree = root({
    type: 'paragraph',
    children: [{type: 'link', url: 'https:/', children: [text('x')]}],
  })
  const site = {routes: new Routes('/site'), isRst: () => true, anchors: () => undefined}
  adaptLinks(tree, 'docs/page.rst', site)
  expect(tree.children[0]).toMatchObject({
    children: [
      {type: 'mdxJsxTextElement', name: 'a', attributes: [{name: 'href', value: 'https:/'}]},
    ],
  })
})

describe('a link to a place that its page does not have', () => {
  const titles = new Map([['the-title', 'the-title-1']])
  const anchors = () => ({ids: new Set(['there']), titles, links: []})
  const adapted = (url: string): unknown => {
    const tree = root({type: 'paragraph', children: [{type: 'link', url, children: [text('x')]}]})
    adaptLinks(tree, 'docs/page.rst', {routes: new Routes('/site'), isRst: () => true, anchors})
    return (tree.children[0] as {children: unknown[]}).children[0]
  }

  test('is shown as it was written, and not looked at any more', () => {
    expect(adapted('#nowhere')).toMatchObject({attributes: [{name: 'href', value: '#nowhere'}]})
  })

  test('leads to the title of that name, whatever its id is', () => {
    expect(adapted('#the-title')).toMatchObject({type: 'link', url: '#the-title-1'})
  })

  test('others stay', () => {
    expect(adapted('#there')).toMatchObject({type: 'link', url: '#there'})
  })
})

test('ids beside those of headings are made known', () => {
  const tree = root(
    {type: 'heading', depth: 2, children: [], data: {hProperties: {id: 'known'}}},
    {...paragraph('x'), data: {hProperties: {id: 'own'}}},
  )
  declareAnchors(tree)
  expect(tree.children.at(-1)).toMatchObject({name: 'RstAnchors', attributes: [{value: 'own'}]})
})

describe('a link to a file that is no page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  for (const name of ['data.csv', 'a page.pdf', '100%.pdf']) writeFileSync(join(folder, name), '')
  afterAll(() => rmSync(folder, {recursive: true}))
  const here = join(folder, 'here.rst')
  const adapted = (url: string) => {
    const tree = root({type: 'paragraph', children: [{type: 'link', url, children: []}]})
    const isRst = (path: string) => path.endsWith('.rst')
    adaptLinks(tree, here, {routes: new Routes(folder), isRst, anchors: () => undefined})
    return (tree.children[0] as {children: unknown[]}).children[0]
  }

  test.each([
    ['data.csv', './data.csv'],
    ['/data.csv#row=4', './data.csv#row=4'],
    ['a%20page.pdf?v=2#page=3', './a%20page.pdf?v=2#page=3'],
    ['100%.pdf', './100%25.pdf'],
    ['/of-the-site.csv', '/of-the-site.csv'],
    ['/blog', '/blog'],
    ['@site/static/a.pdf', '@site/static/a.pdf'],
    ['https://example.org/a.html', 'https://example.org/a.html'],
  ])('%s leads to %s', (url, address) => {
    expect(adapted(url)).toMatchObject({type: 'link', url: address})
  })

  test.each([
    ...['genindex.html', '/genindex.html', '../none.csv', '100%.csv'],
    ...['none.rst', 'https//example.org', '/https://example.org/'],
    ...['/../x.csv', '/..%2F..%2Fx.csv', '/%2F../x.csv', '@site//../x.csv', '@site/../x.csv'],
  ])('%s, which is not there, is shown as it was written', (url) =>
    expect(adapted(url)).toMatchObject({attributes: [{name: 'href', value: url}]}),
  )
})
