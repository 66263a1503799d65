import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {englishTexts} from '@handrail/runbook-element'
import {listedKeys} from '../src/browser/keys.ts'

const page = read('../../../docs/reference/runbook-page.md')
const style = read('../src/page.css')

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

/** The cells of every row of the page's tables that begins with this. */
function rows(beginning: RegExp): string[][] {
  return page
    .split('\n')
    .filter((line) => beginning.test(line))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.replaceAll('`', '').trim()))
}

test('the reference lists every key, in the words of the page', () => {
  const listed = rows(/^\| `.` /).map(([key, words]) => [key, words])
  expect(listed).toEqual(listedKeys.map(([key, text]) => [key, englishTexts[text]]))
})

test('the reference lists every colour with its two values', () => {
  const pair = /(--handrail-[\w-]+): var\(--handrail-light, (\S+)\) var\(--handrail-dark, (\S+)\)/g
  const colours = [...style.matchAll(pair)].map(([, ...parts]) => parts)
  expect(colours.length).toBeGreaterThan(5)
  const listed = rows(/^\| `--handrail-/).map(([name, , light, dark]) => [name, light, dark])
  expect(listed).toEqual(expect.arrayContaining(colours))
})

test('the reference lists every property that the drawings use', () => {
  const drawings = ['style.ts', 'handrail-runbook.ts'].map((name) => read(`../src/browser/${name}`))
  const used = [...[style, ...drawings].join('\n').matchAll(/var\((--handrail-[\w-]+)/g)]
  const listed = rows(/^\| `--handrail-/).map(([name]) => name)
  const names = new Set(used.map(([, name]) => name!))
  names.delete('--handrail-light')
  names.delete('--handrail-dark')
  expect([...names].filter((name) => !listed.includes(name))).toEqual([])
})
