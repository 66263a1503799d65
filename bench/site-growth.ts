/**
 * How building a site grows with its pages and with its runbooks: CPU, memory, and the weight of a
 * page. Run it with `npx tsx bench/site-growth.ts`; it takes some minutes, and writes nothing into
 * the repository.
 */
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {SiteCopy} from '../test/site/site-copy.ts'
import {type BuildCost, buildSite} from './docusaurus-run.ts'

interface Cost extends BuildCost {
  /** Bytes of the first page and of its scripts and styles, compressed. */
  readonly weight: number
}

const sizes = [
  {pages: 20, runbooks: 1},
  {pages: 200, runbooks: 1},
  {pages: 2000, runbooks: 1},
  {pages: 20, runbooks: 20},
  {pages: 20, runbooks: 200},
]

function main(): void {
  print('pages', 'runbooks', 'CPU', 'per page', 'peak', 'first page')
  for (const {pages, runbooks} of sizes) {
    const {cpu, memory, weight} = costOf(pages, runbooks)
    const each = (1000 * cpu) / (pages + runbooks)
    const figures = [
      `${cpu.toFixed(1)} s`,
      `${each.toFixed(0)} ms`,
      `${(memory / 1024).toFixed(0)} MB`,
      `${(weight / 1000).toFixed(1)} kB`,
    ]
    print(String(pages), String(runbooks), ...figures)
  }
}

function costOf(pages: number, runbooks: number): Cost {
  const site = new SiteCopy('test/fixtures/growth')
  try {
    for (let index = 1; index < pages; index++) site.write(`docs/page-${index}.rst`, page(index))
    for (let index = 0; index < runbooks; index++) {
      site.write(`docs/runbooks/cooling-${index}.md`, runbook(site, index))
    }
    return {...buildSite(site.folder), weight: weightOf(site)}
  } finally {
    site.remove()
  }
}

/** A page of the usual size: sections, a shared note, tokens, a list, a table, code. */
function page(index: number): string {
  const sections = Array.from({length: 6}, (_, number) => section(`${index}.${number}`))
  return `Page ${index}\n${'='.repeat(12)}\n\n${sections.join('\n')}`
}

function section(number: string): string {
  return `Part ${number}
${'-'.repeat(12)}

The |product| of part ${number} answers as long as one of its hosts does.

.. include:: ../includes/note.rst

* an item with \`\`code\`\`
* another, see \`elsewhere <https://example.com/${number}>\`__

.. list-table::
   :header-rows: 1

   * - key
     - value
   * - ${number}
     - |product|

.. code-block:: bash

   echo ${number}
`
}

function runbook(site: SiteCopy, index: number): string {
  return site.read('cooling.md').replaceAll('cooling-NUMBER', `cooling-${index}`)
}

function weightOf(site: SiteCopy): number {
  const html = site.read('build/index.html')
  const assets = [...html.matchAll(/(?:src|href)="?\/(assets\/[^"\s>]+\.(?:js|css))/g)]
  const files = ['index.html', ...new Set(assets.map(([, path]) => path!))]
  const sizes = files.map((file) => gzipSync(site.read(join('build', file))).length)
  return sizes.reduce((total, size) => total + size, 0)
}

function print(...cells: readonly string[]): void {
  process.stdout.write(`${cells.map((cell) => cell.padStart(11)).join('')}\n`)
}

main()
