import {describe, expect, it} from 'vitest'
import {Element, parse} from '../src/index.ts'

const empty = (): ReturnType<typeof parse> => parse('', {path: 'test'})

describe('ids', () => {
  it('come from the first free name', () => {
    const document = empty()
    const first = new Element('target', {names: ['a name']})
    const second = new Element('target', {names: ['a-name', 'b']})
    expect(document.setId(first)).toBe('a-name')
    expect(document.setId(second)).toBe('b')
  })

  it('are counted where no name is free or there is none', () => {
    const document = empty()
    const ids = [1, 2].map(() => document.setId(new Element('footnote')))
    expect(ids).toEqual(['footnote-1', 'footnote-2'])
    document.setId(new Element('section', {names: ['a']}))
    expect(document.setId(new Element('section', {names: ['a']}))).toBe('a-1')
  })

  it('that an element brings along must be its own', () => {
    const document = empty()
    document.setId(new Element('image', {ids: ['x']}))
    document.setId(new Element('table', {ids: ['x']}))
    expect(document.messages.map(({ruleId}) => ruleId)).toEqual(['duplicate-id'])
  })
})

describe('names', () => {
  it('given by the author beat those of titles', () => {
    const document = parse('Title\n=====\n\n.. _title:\n\nText.\n', {path: 'test'})
    expect(document.nameIds.get('title')).toBe('title-1')
    expect(document.nameTypes.get('title')).toBe(true)
  })

  it('given twice stand for nothing', () => {
    const document = parse('.. _a:\n\nText.\n\n.. _a:\n\nText.\n', {path: 'test'})
    expect(document.nameIds.has('a')).toBe(true)
    expect(document.nameIds.get('a')).toBeUndefined()
  })
})
