/** Prints a page of HTML with Chromium and paged.js: `handbook-chromium.ts HTML PDF`. */
import {fileURLToPath, pathToFileURL} from 'node:url'
import {launch} from '../test/browser/launch.ts'

const paged = new URL('../node_modules/pagedjs/dist/paged.polyfill.js', import.meta.url)

async function main(): Promise<void> {
  const [html, pdf] = process.argv.slice(2)
  const browser = await launch()
  const page = await browser.newPage()
  page.setDefaultTimeout(0)
  await page.addInitScript({content: 'window.PagedConfig = {after: () => (window.isPaged = true)}'})
  await page.goto(pathToFileURL(html!).href)
  await page.addScriptTag({path: fileURLToPath(paged)})
  await page.waitForFunction('window.isPaged')
  await page.pdf({path: pdf!, preferCSSPageSize: true, tagged: true, outline: true})
  await browser.close()
}

void main()
