import {describe, expect, it} from 'vitest'
import {graphList, graphListText, graphMermaid, graphOf, graphText} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'

const page = `# A "map" & <more>

## Look

\`\`\`sh on=each effect=read
hostname
\`\`\`

- \`both: reach=yes\` Both answer → [Mend](#mend)
- \`wait 10s max 30min\` Not yet → [Look](#look)
- Neither → [Other](other.md#first)
- Lost → [Lost](#lost)

## Mend

\`\`\`sh on=be1 effect=destroy
rm -r /data
\`\`\`

- Mended | so → [Done: so](#done-so)
- Look again → [Look](#look)

## Done: so

## Apart

- Go → [Mend](#mend)
`
const head = {runbook: 'example', hosts: ['be1', 'be2']}
const graph = graphOf(readMarkdown(page, {head}).runbook!)

describe('the map of a runbook', () => {
  it('is a text with numbers to go to', () => {
    expect(graphText(graph)).toBe(`A "map" & <more>

1. Look
   Both answer → 2
   Not yet → again, at most 30min
   Neither → other#first
   Lost → lost
2. Mend [DESTROYS]
   Mended | so → 3
   Look again → 1
3. Done: so
4. Apart
   Go → 2
`)
  })

  it('is a nested list, each step in full once', () => {
    expect(graphListText(graphList(graph))).toBe(`- 1. Look
  - Both answer → 2. Mend
    - Mended | so → 3. Done: so
    - Look again → 1. Look (see there)
  - Not yet → 1. Look (see there)
  - Neither → other#first
  - Lost → lost
- 4. Apart
  - Go → 2. Mend (see there)
`)
  })

  it('is a flowchart in which no title becomes syntax', () => {
    expect(graphMermaid(graph)).toBe(`flowchart TD
  s1["1. Look"]:::step
  s2["2. Mend"]:::destroy
  s3(["3. Done: so"]):::done
  s4["4. Apart"]:::step
  s5[["other#35;first"]]:::runbook
  s6{{"lost"}}:::missing
  s1 -->|"Both answer"| s2
  s1 -->|"Not yet (30min)"| s1
  s1 -->|"Neither"| s5
  s1 -->|"Lost"| s6
  s2 -->|"Mended #124; so"| s3
  s2 -->|"Look again"| s1
  s4 -->|"Go"| s2
`)
  })

  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(graph))).toEqual(graph)
    expect(graph.edges[1]).toEqual({
      from: 'look',
      to: 'look',
      choice: 'not-yet',
      words: 'Not yet',
      wait: {every: 10, max: 1800},
    })
  })
})
