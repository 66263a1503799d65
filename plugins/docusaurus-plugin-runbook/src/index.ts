import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {englishTexts} from '@handrail/runbook-element'
import {emitAssets} from './emit-assets.ts'
import {frameSettings} from './frame-settings.ts'
import {knownRunbooks} from './known-runbooks.ts'
import {markScript} from './mark-script.ts'
import {resolveFile} from './resolve-file.ts'
import {readSiteRunbooks} from './read-site-runbooks.ts'
import {siteDangers} from './site-dangers.ts'
import {type StepperScript, bundleStepper} from './stepper-script.ts'
import {textsToTranslate, translatedTexts} from './translated-texts.ts'
import {writeStandalone} from './write-standalone.ts'

const theme = fileURLToPath(new URL('./theme', import.meta.url))

export interface RunbookOptions {
  /** Name of the runbook for whoever sees what fits no other; `triage` if absent. */
  triage?: string
}

/** Interactive runbooks: reads them, embeds them, serves the stepper, writes stand-alone files. */
export default function runbookPlugin(
  context: LoadContext,
  {triage = 'triage'}: RunbookOptions,
): Plugin<StepperScript> {
  let script: StepperScript
  return {
    name: 'docusaurus-plugin-runbook',
    getThemePath: () => theme,
    getTypeScriptThemePath: () => theme,
    getClientModules: () => [
      resolveFile('@handrail/runbook-element/page.css'),
      fileURLToPath(new URL('docusaurus.css', import.meta.url)),
    ],
    async loadContent() {
      const known = knownRunbooks()
      known.clear()
      const {runbooks} = readSiteRunbooks(context.siteDir)
      for (const runbook of runbooks) {
        known.set(runbook.name, {...runbook, path: resolve(context.siteDir, runbook.path)})
      }
      const dangers = siteDangers(context.siteDir, runbooks)
      Object.assign(frameSettings(), {texts: englishTexts, triage, dangers})
      script = await bundleStepper()
      return script
    },
    getTranslationFiles: () => [{path: 'texts', content: textsToTranslate()}],
    translateContent({content, translationFiles}) {
      frameSettings().texts = translatedTexts(translationFiles[0]?.content ?? {})
      return content
    },
    contentLoaded({actions}) {
      const address = (name: string): string => `${context.baseUrl}${name}`
      const {entry, preloads} = script
      actions.setGlobalData({script: address(entry), preloads: preloads.map(address)})
    },
    injectHtmlTags: () => ({headTags: [{tagName: 'script', innerHTML: markScript}]}),
    configureWebpack: (_config, isServer) =>
      isServer ? {} : {plugins: [emitAssets(script.files)]},
    postBuild: ({outDir}) => writeStandalone(outDir, knownRunbooks().values(), script.standalone),
  }
}
