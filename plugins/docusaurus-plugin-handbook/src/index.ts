import {join} from 'node:path'
import logger from '@docusaurus/logger'
import type {LoadContext, Plugin} from '@docusaurus/types'
import type {HandbookRequest} from './build-handbook.ts'
import {buildHandbook} from './build-handbook.ts'
import {knownSite} from './known-site.ts'
import {formatMessage} from 'remark-rst'

/** A printing of the site: which file it becomes among the static ones, and how it is printed. */
export interface PrintedEdition extends Pick<
  HandbookRequest,
  'sidebar' | 'paper' | 'runbooksOnly' | 'twoSided' | 'standard' | 'theme'
> {
  /** `handbook.pdf` */
  readonly file: string
}

export interface HandbookPluginOptions {
  /** `[{file: 'handbook.pdf'}]` by default. */
  readonly editions?: readonly PrintedEdition[]
}

/**
 * Prints the site before the bundler starts, so that pages and the offline cache can have the PDF.
 * A running writer's server does not print, nor does the build of a translation.
 */
export default function handbookPlugin(
  {siteDir, siteConfig, i18n}: LoadContext,
  {editions = [{file: 'handbook.pdf'}]}: HandbookPluginOptions,
): Plugin {
  return {
    name: 'docusaurus-plugin-handbook',
    async allContentLoaded({allContent}) {
      if (process.env['NODE_ENV'] !== 'production') return
      if (i18n.currentLocale !== i18n.defaultLocale) return
      const site = knownSite(allContent, siteConfig)
      for (const {file, ...how} of editions) {
        const out = join(siteDir, 'static', file)
        await report(file, buildHandbook({siteDir, out, ...how, ...(site && {site})}))
      }
    },
  }
}

async function report(file: string, printing: ReturnType<typeof buildHandbook>): Promise<void> {
  const {messages, missing} = await printing
  for (const message of messages) logger.warn(formatMessage(message))
  if (missing === undefined) logger.success(`The handbook is printed: ${file}`)
  else logger.warn(`The site is built without its handbook. ${missing}`)
}
