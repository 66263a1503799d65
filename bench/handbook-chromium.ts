/** Prints a page of HTML with Chromium and paged.js: `handbook-chromium.ts HTML PDF`. */
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {launch} from '../test/browser/launch.ts'

const [html, pdf] = process.argv.slice(2)
const paged = dirname(createRequire(import.meta.url).resolve('pagedjs/package.json'))
const browser = await launch()
const page = await browser.newPage()
page.setDefaultTimeout(0)
await page.addInitScript(() => {
  const state = {ready: false}
  Object.assign(window, {state, PagedConfig: {after: () => (state.ready = true)}})
})
await page.goto(pathToFileURL(html!).href)
await page.addScriptTag({path: join(paged, 'dist/paged.polyfill.js')})
await page.waitForFunction(() => (window as unknown as {state: {ready: boolean}}).state.ready)
await page.pdf({path: pdf!, preferCSSPageSize: true, tagged: true, outline: true})
await browser.close()
