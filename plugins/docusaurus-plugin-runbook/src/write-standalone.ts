import {createHash} from 'node:crypto'
import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Runbook, StepRef} from '@handrail/runbook'
import {shareTexts, standaloneCollection, standaloneDocument} from '@handrail/runbook-element'
import {transform} from 'esbuild'
import type {FrameSettings} from './frame-settings.ts'
import {resolveFile} from './resolve-file.ts'
import {misfitOf, titleOf} from './runbook-refs.ts'

/** Folder of the stand-alone files in a built site. */
const standaloneFolder = 'standalone'

/**
 * Writes every runbook as one HTML file that opens from a disk, linked to one another, and
 * `index.html`, which holds all of them in the order they come in.
 */
export async function writeStandalone(
  outDir: string,
  runbooks: readonly Runbook[],
  script: string,
  {texts, triage, dangers}: FrameSettings,
): Promise<void> {
  const all = new Map(runbooks.map((runbook) => [runbook.name, runbook]))
  const style = await styles()
  const folder = join(outDir, standaloneFolder)
  await mkdir(folder, {recursive: true})
  const options = {
    texts,
    script: {code: script, hash: hashOf(script)},
    style: {code: style, hash: hashOf(style)},
    title: (ref: StepRef) => titleOf(all, ref),
    misfit: (runbook: Runbook) => misfitOf(runbook, all, triage),
    danger: ({name}: Runbook, step: string) => dangers.get(`${name}#${step}`),
  }
  const href = ({runbook: name, step}: StepRef) => `${name}.html${step ? `#${step}` : ''}`
  for (const runbook of runbooks) {
    const html = standaloneDocument(runbook, {...options, href})
    await writeFile(join(folder, `${runbook.name}.html`), html)
  }
  const collection = standaloneCollection('Runbooks', runbooks, {
    ...options,
    script: {code: shareTexts + script, hash: hashOf(shareTexts + script)},
  })
  await writeFile(join(folder, 'index.html'), collection)
}

async function styles(): Promise<string> {
  const names = ['standalone.css', 'page.css']
  const files = names.map((name) => resolveFile(`@handrail/runbook-element/${name}`))
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  return (await transform(texts.join('\n'), {loader: 'css', minify: true})).code
}

/** How a Content-Security-Policy names an inline script or style. */
function hashOf(code: string): string {
  return `sha256-${createHash('sha256').update(code).digest('base64')}`
}
