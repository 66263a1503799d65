import {fileURLToPath} from 'node:url'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {emitAsset} from './emit-asset.ts'
import {knownRunbooks} from './known-runbooks.ts'
import {readSiteRunbooks} from './read-site-runbooks.ts'
import {type StepperScript, bundleStepper} from './stepper-script.ts'
import {writeStandalone} from './write-standalone.ts'

/** Before the first paint: pages with script show one step, others the whole document. */
const markScript = "document.documentElement.dataset.js=''"

interface Content {
  script: StepperScript
}

/** Interactive runbooks: reads and checks them, embeds them, serves the stepper. */
export default function runbookPlugin(context: LoadContext): Plugin<Content> {
  let script: StepperScript
  return {
    name: 'docusaurus-plugin-runbook',
    getThemePath: () => fileURLToPath(new URL('./theme', import.meta.url)),
    getTypeScriptThemePath: () => fileURLToPath(new URL('./theme', import.meta.url)),
    getClientModules: () => [
      fileURLToPath(import.meta.resolve('@handrail/runbook-element/page.css')),
    ],
    async loadContent() {
      const known = knownRunbooks()
      known.clear()
      const {runbooks} = readSiteRunbooks(context.siteDir)
      for (const runbook of runbooks) known.set(runbook.name, runbook)
      script = await bundleStepper()
      return {script}
    },
    contentLoaded({actions}) {
      actions.setGlobalData({script: `${context.baseUrl}${script.name}`})
    },
    injectHtmlTags: () => ({headTags: [{tagName: 'script', innerHTML: markScript}]}),
    postBuild: ({outDir}) => writeStandalone(outDir, knownRunbooks().values(), script.code),
    configureWebpack: (_config, isServer) =>
      isServer ? {} : {plugins: [emitAsset(script.name, script.code)]},
  }
}
