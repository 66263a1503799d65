import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {graphSvg} from '../src/graph/graph-svg.ts'
import {graphOf} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'

const text = readFileSync(new URL('fixtures/split-brain.md', import.meta.url), 'utf8')

it('draws a box a step with its choices as text, and no box over another', () => {
  const graph = graphOf(readMarkdown(text, {path: 'split-brain.md'}).runbook!)
  const svg = graphSvg(graph)
  for (const {number, title} of graph.nodes.filter((node) => node.kind !== 'runbook')) {
    expect(svg).toContain(`>${number}. ${title.split(' ', 2).join(' ')}`)
  }
  const boxes = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="(\d+)" height="(\d+)"/g)]
  const areas = boxes.map((match) => match.slice(1).map(Number) as [number, number, number, number])
  const overlaps = areas.filter(([x, y, w, h], index) =>
    areas.some(
      ([a, b, c, d], at) => at > index && x < a + c && a < x + w && y < b + d && b < y + h,
    ),
  )
  expect(overlaps).toEqual([])
  expect(svg).not.toMatch(/NaN|undefined|<script/)
})
