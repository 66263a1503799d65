import {createHash} from 'node:crypto'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

import type {Runbook} from '@handrail/runbook'
import {resolveFile} from './resolve-file.ts'
import {englishTexts, standaloneDocument} from '@handrail/runbook-element'

/** Folder of the stand-alone files in a built site. */
const standaloneFolder = 'standalone'

/** Writes every runbook as one HTML file that opens from a disk; they link to one another. */
export async function writeStandalone(
  outDir: string,
  runbooks: Iterable<Runbook>,
  script: string,
): Promise<void> {
  const all = new Map([...runbooks].map((runbook) => [runbook.name, runbook]))
  const style = await styles()
  await mkdir(join(outDir, standaloneFolder), {recursive: true})
  for (const runbook of all.values()) {
    const html = standaloneDocument(runbook, {
      texts: englishTexts,
      script: {code: script, hash: hashOf(script)},
      style: {code: style, hash: hashOf(style)},
      href: ({runbook: name, step}) => `${name}.html${step ? `#${step}` : ''}`,
      title: ({runbook: name, step}) => titleOf(all.get(name ?? ''), step),
    })
    await writeFile(join(outDir, standaloneFolder, `${runbook.name}.html`), html)
  }
}

async function styles(): Promise<string> {
  const names = ['standalone.css', 'page.css']
  const files = names.map((name) => resolveFile(`@handrail/runbook-element/${name}`))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return texts.join('\n')
}

/** How a Content-Security-Policy names an inline script or style. */
function hashOf(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`
}

function titleOf(runbook: Runbook | undefined, step: string | undefined): string | undefined {
  return step ? runbook?.steps.find(({id}) => id === step)?.title : runbook?.title
}
