import {join} from 'node:path'
import logger from '@docusaurus/logger'
import type {LoadContext, Plugin} from '@docusaurus/types'
import {formatMessage} from 'remark-rst'
import {buildHandbook} from './build-handbook.ts'

/** The file of the handbook, in the static files and on the built site. */
const fileName = 'handbook.pdf'

/**
 * Prints the site before the bundler starts, so that pages and the offline cache can have the PDF.
 * A running writer's server does not print.
 */
export default function handbookPlugin({siteDir}: LoadContext): Plugin {
  return {
    name: 'docusaurus-plugin-handbook',
    async loadContent() {
      if (process.env['NODE_ENV'] !== 'production') return
      const out = join(siteDir, 'static', fileName)
      const {messages, missing} = await buildHandbook({siteDir, out})
      for (const message of messages) logger.warn(formatMessage(message))
      if (missing === undefined) logger.success`The handbook is printed: name=${fileName}`
      else logger.warn(`The site is built without its handbook. ${missing}`)
    },
  }
}
