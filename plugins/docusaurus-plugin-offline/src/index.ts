import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {bundle} from './bundle.ts'
import {notSavedPage} from './not-saved-page.ts'
import {notSavedFile, type OfflineOptions, filledOptions} from './options.ts'
import {type Version, siteVersion} from './site-version.ts'
import {type Words, englishWords, translatedWords, wordsFile} from './words.ts'
import {writeWorker} from './write-worker.ts'

export type {OfflineOptions} from './options.ts'

const theme = fileURLToPath(new URL('./theme', import.meta.url))
const style = fileURLToPath(new URL('./page/notice.css', import.meta.url))

/** Script of every page, beside the service worker; neither has a hash in its name. */
const pageScript = 'offline.js'

/**
 * Keeps a copy of the site in the browser of everybody who has visited it once. The copy is made by
 * a service worker, which `docusaurus offline` writes when the build and all that its plugins do
 * after it have ended: it holds the hash of every file.
 */
export default function offlinePlugin(
  context: LoadContext,
  options: Partial<OfflineOptions>,
): Plugin<Words> {
  const {siteDir, baseUrl, i18n} = context
  const production = process.env.NODE_ENV === 'production'
  return {
    name: 'docusaurus-plugin-offline',
    getThemePath: () => theme,
    getTypeScriptThemePath: () => theme,
    getClientModules: () => [style],
    loadContent: () => englishWords,
    getTranslationFiles: ({content}) => [wordsFile(content)],
    translateContent: ({translationFiles}) => translatedWords(translationFiles),
    contentLoaded({actions}) {
      actions.addRoute({path: `${baseUrl}offline`, component: '@theme/OfflineStatus', exact: true})
    },
    injectHtmlTags() {
      const attributes = {src: `${baseUrl}${pageScript}`, defer: true}
      return production ? {headTags: [{tagName: 'script', attributes}]} : {}
    },
    async postBuild({outDir, content}) {
      const version: Version = siteVersion(siteDir)
      await writeFile(join(outDir, 'version.json'), JSON.stringify(version))
      const script = await bundle('page/offline', {WORDS: content, BASE_URL: baseUrl})
      await writeFile(join(outDir, pageScript), script)
      await writeFile(join(outDir, notSavedFile), notSavedPage(content, baseUrl))
    },
    extendCli(cli) {
      cli
        .command('offline')
        .description('Write the service worker of the built site, as the last step of a build.')
        .action(async () => {
          for (const locale of i18n.locales) {
            const {outDir, others} = localeFolders(context, locale)
            await writeWorker(outDir, others, filledOptions(options))
          }
        })
    },
  }
}

/** Where the pages of a locale are built, and the folders in there that belong to others. */
function localeFolders({outDir, i18n}: LoadContext, locale: string) {
  if (locale !== i18n.defaultLocale) return {outDir: join(outDir, locale), others: []}
  return {outDir, others: i18n.locales.filter((other) => other !== locale)}
}
