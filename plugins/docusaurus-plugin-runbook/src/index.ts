import {resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {emitAssets} from './emit-assets.ts'
import {knownRunbooks} from './known-runbooks.ts'
import {resolveFile} from './resolve-file.ts'
import {readSiteRunbooks} from './read-site-runbooks.ts'
import {type StepperScript, bundleStepper} from './stepper-script.ts'
import {writeStandalone} from './write-standalone.ts'

/** Before the first paint: pages with script show one step, others the whole document. */
const markScript = "document.documentElement.dataset.js=''"

const theme = fileURLToPath(new URL('./theme', import.meta.url))

/** Interactive runbooks: reads them, embeds them, serves the stepper, writes stand-alone files. */
export default function runbookPlugin(context: LoadContext): Plugin<StepperScript> {
  let script: StepperScript
  return {
    name: 'docusaurus-plugin-runbook',
    getThemePath: () => theme,
    getTypeScriptThemePath: () => theme,
    getClientModules: () => [resolveFile('@handrail/runbook-element/page.css')],
    async loadContent() {
      const known = knownRunbooks()
      known.clear()
      const {runbooks} = readSiteRunbooks(context.siteDir)
      for (const runbook of runbooks) {
        known.set(runbook.name, {...runbook, path: resolve(context.siteDir, runbook.path)})
      }
      script = await bundleStepper()
      return script
    },
    contentLoaded({actions}) {
      actions.setGlobalData({script: `${context.baseUrl}${script.entry}`})
    },
    injectHtmlTags: () => ({headTags: [{tagName: 'script', innerHTML: markScript}]}),
    configureWebpack: (_config, isServer) =>
      isServer ? {} : {plugins: [emitAssets(script.files)]},
    postBuild: ({outDir}) => writeStandalone(outDir, knownRunbooks().values(), script.standalone),
  }
}
