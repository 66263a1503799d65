import {describe, expect, it} from 'vitest'
import {
  NearestName,
  PageIndex,
  parse,
  preparePage,
  resolve,
  sphinxDirectives,
  toMdast,
} from '../src/index.ts'
import {globPattern, joinPath} from '../src/resolve/pages/path.ts'
import {relativePath} from '../src/text/path.ts'

function factsOf(text: string) {
  return preparePage(parse(text))
}

describe('PageIndex', () => {
  it('finds pages relative to the one that asks, with or without ending', () => {
    const index = new PageIndex()
    for (const path of ['docs/a.rst', 'docs/sub/b.md']) {
      index.set(path, {title: path, labels: [], objects: []})
    }
    expect(index.findPage('sub/b', 'docs/a.rst')?.page).toBe('docs/sub/b.md')
    expect(index.findPage('../a.rst', 'docs/sub/b.md')?.page).toBe('docs/a.rst')
    expect(index.findPage('/a', 'docs/sub/b.md')?.page).toBe('docs/a.rst')
    expect(index.findPage('../../../etc/passwd', 'docs/a.rst')).toBeUndefined()
  })

  it('stays below the root, as Sphinx does, where a name leads above it', () => {
    const index = new PageIndex()
    index.set('sub/b.rst', {labels: [], objects: []})
    expect(index.findPage('../sub/b', 'a.rst')?.page).toBe('sub/b.rst')
    expect(index.findPage('../../sub/b', 'c/a.rst')?.page).toBe('sub/b.rst')
  })

  it('starts at the root it is given', () => {
    const index = new PageIndex({root: 'docs'})
    index.set('a.rst', {labels: [], objects: []})
    expect(index.findPage('/a', 'docs/sub/b.rst')).toBeUndefined()
  })

  it('reads pages when they are asked for, each once', () => {
    const read: string[] = []
    const index = new PageIndex({
      read: (path) => {
        read.push(path)
        return path === 'a.rst' ? {title: 'A', labels: [], objects: []} : undefined
      },
    })
    expect(index.findPage('a', 'b.rst')?.title).toBe('A')
    expect(index.findPage('a', 'b.rst')?.title).toBe('A')
    expect(read).toEqual(['a', 'a.rst', 'a'])
  })

  it('has the last page of those with the same label', () => {
    const index = new PageIndex()
    index.set('b.rst', factsOf('.. _x:\n\nSecond\n======'))
    index.set('a.rst', factsOf('.. _x:\n\nFirst\n====='))
    expect(index.findLabel('x', 'c.rst')?.title).toBe('Second')
    index.set('b.rst', undefined)
    expect(index.findLabel('x', 'c.rst')?.title).toBe('First')
  })

  it('forgets what a page no longer says', () => {
    const index = new PageIndex()
    index.set('a.rst', factsOf('.. _x:\n\nTitle\n====='))
    index.set('a.rst', factsOf('Title\n====='))
    expect(index.findLabel('x', 'b.rst')).toBeUndefined()
  })
})

it('facts are plain data', () => {
  const facts = factsOf(
    '.. _x:\n\nThe |name| [1]_\n===============\n\n.. |name| replace:: *page*\n.. [1] Note',
  )
  expect(facts).toEqual({
    title: 'The page ',
    labels: [{name: 'x', id: 'the-name-1', title: 'The page '}],
    objects: [],
  })
  expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
})

describe('paths', () => {
  it.each([
    ['a/b', '../c.rst', 'a/c.rst'],
    ['', './c.rst', 'c.rst'],
    ['a', '../../c.rst', undefined],
    ['a', '/b//c', 'a/b/c'],
  ])('%j and %j lead to %j', (folder, path, expected) => {
    expect(joinPath(folder, path)).toBe(expected)
  })

  it.each([
    ['a/b.rst', 'a/c.rst', 'c.rst'],
    ['a/b.rst', 'c.rst', '../c.rst'],
    ['b.rst', 'a/c.rst', 'a/c.rst'],
    ['a/b/c.rst', 'a/d/e.rst', '../d/e.rst'],
  ])('from %j to %j is %j', (from, to, expected) => {
    expect(relativePath(from, to)).toBe(expected)
  })

  it.each([
    ['*', ['a', 'bc'], ['a/b']],
    ['**', ['a', 'a/b'], []],
    ['a?c', ['abc'], ['ac', 'a/c']],
    ['[ab]x', ['ax'], ['cx', 'a/x']],
    ['[!ab]x', ['cx'], ['ax', '/x']],
    ['a.b(c', ['a.b(c'], ['aXb(c']],
    ['[', ['['], []],
  ])('%j fits', (pattern, fits, others) => {
    const regular = globPattern(pattern)
    expect(fits.filter((path) => !regular.test(path))).toEqual([])
    expect(others.filter((path) => regular.test(path))).toEqual([])
  })
})

describe('expressions of tags', () => {
  /** Whether the content of an `only` is shown; `undefined` if the expression is none. */
  function evaluate(expression: string): boolean | undefined {
    const document = parse(`.. only:: ${expression}\n\n   Text`, {directives: sphinxDirectives})
    resolve(document, {tags: ['html', 'draft']})
    if (document.messages.length > 0) return undefined
    return toMdast(document).children.length > 0
  }

  it.each([
    ['html', true],
    ['latex', false],
    ['not latex', true],
    ['html and latex or draft', true],
    ['html and (latex or not draft)', false],
    ['not not html', true],
    ['html and', undefined],
    ['(html', undefined],
    ['html latex', undefined],
  ])('%j is %s', (expression, value) => {
    expect(evaluate(expression)).toBe(value)
  })

  it('may be rubbish of any length', () => {
    expect(evaluate('('.repeat(5_000))).toBeUndefined()
    expect(evaluate('not '.repeat(2_000))).toBeUndefined()
  })
})

describe('NearestName', () => {
  const nearest = () => new NearestName(() => ['drbd', 'keepalived', 'chef server', 'vrrp'])
  it.each([
    ['drdb', 'drbd'],
    ['keepalive', 'keepalived'],
    ['chef sever', 'chef server'],
    ['xy', undefined],
    ['nothing like it', undefined],
  ])('%j: %j', (name, expected) => {
    expect(nearest().to(name)).toBe(expected)
  })

  it('stops answering after many questions', () => {
    const names = nearest()
    const answers = Array.from({length: 100}, () => names.to('drdb'))
    expect(answers.filter(Boolean)).toHaveLength(50)
  })
})
