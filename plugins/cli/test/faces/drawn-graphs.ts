import type {Runbook, StepRef} from '@handrail/runbook'
import {englishTexts, frameRunbook, standaloneDocument} from '@handrail/runbook-element'
import {toTypst} from '@handrail/handbook'
import {fromHtml} from 'hast-util-from-html'
import {selectAll} from 'hast-util-select'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'

/** Where the choices of each step lead, in their order, as a face that is drawn once says. */
export type DrawnGraph = Readonly<Record<string, readonly string[]>>

/** How all faces of this test write where a choice leads. */
export function address({runbook, step}: StepRef): string {
  return runbook === undefined ? `#${step}` : `${runbook}#${step ?? ''}`
}

/** The graph of the static page: its sections and links. */
export function pageGraph(runbook: Runbook): DrawnGraph {
  const frame = frameRunbook(runbook, {texts: englishTexts, href: address})
  return documentGraph(toHtml(toHast({type: 'root', children: [frame]})))
}

/** The plan that the page hands to the stepper. */
export function pagePlan(runbook: Runbook): unknown {
  const {data} = frameRunbook(runbook, {texts: englishTexts, href: address})
  return (JSON.parse(String(data.hProperties['data-plan'])) as {plan: unknown}).plan
}

/** The graph of the file that opens from a disk. */
export function standaloneGraph(runbook: Runbook): DrawnGraph {
  const nothing = {code: '', hash: ''}
  const options = {texts: englishTexts, script: nothing, style: nothing, href: address}
  return documentGraph(standaloneDocument(runbook, options))
}

function documentGraph(html: string): DrawnGraph {
  return Object.fromEntries(
    selectAll('section[data-step]', fromHtml(html)).map((section) => [
      String(section.properties['dataStep']),
      selectAll('handrail-choices li a:last-of-type', section).map(({properties}) =>
        String(properties['href']),
      ),
    ]),
  )
}

/** The graphs of the printed handbook, by the names of the runbooks. */
export function printedGraphs(runbooks: readonly Runbook[]): Readonly<Record<string, DrawnGraph>> {
  const {files} = toTypst([], runbooks, {
    title: 'Handbook',
    siteUrl: 'https://site.example',
    asset: () => undefined,
    covers: () => true,
  })
  const names = new Map(runbooks.map(({path, name}) => [path, name]))
  const graphs: Record<string, Record<string, string[]>> = {}
  for (const {text} of files.flatMap((file) => ('text' in file ? [file] : []))) {
    for (const [, path, step, rest] of text.matchAll(printedStep)) {
      const name = names.get(path!)
      if (name === undefined) continue
      graphs[name] ??= {}
      graphs[name][step!] = [...rest!.matchAll(printedChoice)].map(([, to, id]) =>
        to === undefined ? `#${step}` : `${to === path ? '' : names.get(to)}#${id}`,
      )
    }
  }
  return graphs
}

const printedStep = /^#step\("[^\n]*?label: "([^"#]+)#([^"]+)"([\s\S]*?)(?=^#step\(|$(?![\s\S]))/gm
const printedChoice = /go-to: (?:go-again\(|go-to\([^()]*label: "([^"#]+)#([^"]*)")/g
