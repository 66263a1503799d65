import {expect, it} from 'vitest'
import {type Element, externalLinkRoles, parse, roles} from '../src/index.ts'

const links = {
  issue: ['https://tracker.example/%s?100%%', '#%s'],
  old: ['https://old.example/', 'ticket '],
  bare: ['https://bare.example/%s', null],
} as const

it.each([
  [':issue:`12`', '#12', 'https://tracker.example/12?100%'],
  [':issue:`this one <12>`', 'this one', 'https://tracker.example/12?100%'],
  [':old:`12`', 'ticket 12', 'https://old.example/12'],
  [':bare:`a_b`', 'https://bare.example/a_b', 'https://bare.example/a_b'],
])('%s is a link', (source, words, refuri) => {
  const {tree, messages} = parse(source, {roles: [...roles, ...externalLinkRoles(links)]})
  expect(messages).toEqual([])
  const [paragraph] = tree.children as Element[]
  const [reference] = paragraph!.children as Element[]
  expect(reference).toMatchObject({type: 'reference', attributes: {refuri}})
  expect(reference!.children).toMatchObject([{value: words}])
})
