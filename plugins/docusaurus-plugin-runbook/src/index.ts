import {fileURLToPath} from 'node:url'
import type {LoadContext, Plugin} from '@docusaurus/types'
import type {Runbook} from '@handrail/runbook'
import {englishTexts} from '@handrail/runbook-element'
import {type RehearsalTexts, rehearsalTexts} from '@handrail/runbook-element/rehearsal-words'
import {emitAssets} from './emit-assets.ts'
import {frameSettings} from './frame-settings.ts'
import {knownRunbooks} from './known-runbooks.ts'
import {markScript} from './mark-script.ts'
import {rehearsalData, runbookAddresses} from './rehearsal-data.ts'
import type {RehearsalGlobals} from './rehearsal-globals.ts'
import {resolveFile} from './resolve-file.ts'
import {SiteRunbooks} from './read-site-runbooks.ts'
import {siteDangers} from './site-dangers.ts'
import {runbookSystemFile} from './runbook-system.ts'
import {type ScriptFile, type StepperScript, bundleStepper} from './stepper-script.ts'
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
  const siteRunbooks = new SiteRunbooks(context)
  let script: StepperScript
  let rehearsalFile: ScriptFile
  let rehearsalWords: RehearsalTexts = rehearsalTexts
  const address = (name: string): string => `${context.baseUrl}${name}`
  return {
    name: 'docusaurus-plugin-runbook',
    getThemePath: () => theme,
    getTypeScriptThemePath: () => theme,
    getClientModules: () => [
      resolveFile('@handrail/runbook-element/page.css'),
      fileURLToPath(new URL('docusaurus.css', import.meta.url)),
      fileURLToPath(new URL('rehearsal.css', import.meta.url)),
    ],
    getPathsToWatch: () => siteRunbooks.paths,
    async loadContent() {
      const known = knownRunbooks()
      known.clear()
      const {originals, shown} = siteRunbooks.read()
      for (const runbook of shown) known.set(runbook.name, runbook)
      const dangers = siteDangers(context.siteDir, originals)
      Object.assign(frameSettings(), {texts: englishTexts, triage, dangers})
      script ??= await bundleStepper(runbookSystemFile(context.siteDir))
      return script
    },
    getTranslationFiles: () => [
      {path: 'texts', content: textsToTranslate(englishTexts)},
      {path: 'rehearsal', content: textsToTranslate(rehearsalTexts)},
    ],
    translateContent({content, translationFiles: [texts, rehearsal]}) {
      frameSettings().texts = translatedTexts(englishTexts, texts?.content)
      rehearsalWords = translatedTexts(rehearsalTexts, rehearsal?.content)
      return content
    },
    contentLoaded({actions}) {
      actions.setGlobalData({script: address(script.entry)})
    },
    allContentLoaded({allContent, actions}) {
      const runbooks = inOrder([...knownRunbooks().values()], triage)
      const addresses = runbookAddresses(runbooks, allContent)
      rehearsalFile = rehearsalData(runbooks, rehearsalWords, addresses)
      const rehearsal: RehearsalGlobals = {
        script: address(script.rehearsal),
        data: address(rehearsalFile.name),
        texts: {
          what: rehearsalWords.what,
          surprise: rehearsalWords.surprise,
          start: rehearsalWords.start,
          needsScript: rehearsalWords['needs-script'],
          problem: rehearsalWords['not-loaded'],
        },
        runbooks: runbooks
          .filter(({name}) => name !== triage)
          .map(({name, title}) => ({name, title})),
      }
      actions.setGlobalData({rehearsal})
    },
    injectHtmlTags: () => ({headTags: [{tagName: 'script', innerHTML: markScript}]}),
    configureWebpack: (_config, isServer) =>
      isServer ? {} : {plugins: [emitAssets(() => [...script.files, rehearsalFile])]},
    postBuild: ({outDir}) =>
      writeStandalone(
        outDir,
        inOrder([...knownRunbooks().values()], triage),
        script.standalone,
        frameSettings(),
      ),
  }
}

/** Triage first: it is what a responder reaches for who does not know what is wrong. */
function inOrder(runbooks: readonly Runbook[], triage: string): readonly Runbook[] {
  return [...runbooks].sort((a, b) => Number(b.name === triage) - Number(a.name === triage))
}
