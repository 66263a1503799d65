/**
 * Writes the built site for a USB stick: a folder and a zip that open from a disk, without a server
 * and without JavaScript, with a list of checksums. `npm run bundle`.
 */
import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {fromHtml} from 'hast-util-from-html'
import {select} from 'hast-util-select'
import {toText} from 'hast-util-to-text'
import {type Zippable, zipSync} from 'fflate'
import {handrail} from '../../package.json'
import {portablePage, relativeUrl} from './portable-page.ts'
import {fileFinder, filesBelow} from './site-files.ts'
import {type Entry, startPage} from './start-page.ts'

const built = 'build'
const target = process.argv[2] ?? 'bundle'

/** Of the built site: scripts and lists that only a browser with a server can use. */
const leftOut =
  /^(assets\/js\/|offline|service-worker\.js|version\.json|manifest\.|sitemap\.xml|_headers|404\.html|not-saved\.html)|\.(gz|map)$/

const readme = `This folder holds the whole site. Open start.html in any browser; no network is needed.

start.html   the first page: runbooks, guide, handbook
runbooks/    every runbook as one file that goes step by step; copy one alone if you like
site/        the pages; the search needs JavaScript, all else works without
SHA256SUMS   checksums: sha256sum --check SHA256SUMS
`

const {commit, date} = JSON.parse(readFileSync(join(built, 'version.json'), 'utf8'))
const bytes = bundleFiles()
bytes.set('SHA256SUMS', checksums(bytes))
rmSync(target, {recursive: true, force: true})
for (const [path, content] of bytes) {
  mkdirSync(dirname(join(target, path)), {recursive: true})
  writeFileSync(join(target, path), content)
}
const zip = join(target, `handrail-${commit || date}.zip`)
writeFileSync(zip, zipped(bytes))
process.stdout.write(`${bytes.size} files in ${target}/, and all of them in ${zip}\n`)

/** Everything in the bundle by its path. */
function bundleFiles(): Map<string, Buffer> {
  const files = filesBelow(built).filter((path) => !leftOut.test(path))
  const pages = files.filter((path) => path.endsWith('.html') && !path.startsWith('standalone/'))
  const fileOf = fileFinder(files.map(placed))
  const bundle = new Map<string, Buffer>()
  for (const path of files) {
    const content = readFileSync(join(built, path))
    const isPage = path.endsWith('.html') && !path.startsWith('standalone/')
    bundle.set(placed(path), isPage ? pageOf(path, content) : content)
  }
  const runbooks = files.filter((path) => path.startsWith('standalone/'))
  bundle.set('start.html', Buffer.from(start(pages, runbooks, bundle.has('site/handbook.pdf'))))
  bundle.set('README.txt', Buffer.from(readme))
  return bundle

  function pageOf(path: string, content: Buffer): Buffer {
    const own = placed(path)
    const found = (address: string) => fileOf(placed(address))
    const name = /^runbooks\/([^/]+)\//.exec(path)?.[1]
    const stepping = fileOf(`runbooks/${name}.html`)
    const links = [
      `<a href="${relativeUrl(own, 'start.html')}">All pages of this copy</a>`,
      ...(stepping ? [`<a href="${relativeUrl(own, stepping)}">One step at a time</a>`] : []),
    ]
    return Buffer.from(portablePage(content.toString(), own, found, `<p>${links.join(' · ')}</p>`))
  }
}

/** Where a file of the site is in the bundle. */
function placed(path: string): string {
  return path.startsWith('standalone/') ? path.replace('standalone/', 'runbooks/') : `site/${path}`
}

function start(pages: string[], runbooks: string[], hasHandbook: boolean): string {
  return startPage({
    title: handrail.title,
    version: [date, commit && `commit ${commit}`].filter(Boolean).join(', '),
    runbooks: runbooks.map(entry),
    pages: pages.filter((path) => !path.startsWith('reference/generated/examples/')).map(entry),
    handbook: hasHandbook ? 'site/handbook.pdf' : undefined,
    style: readFileSync(fileURLToPath(new URL('start.css', import.meta.url)), 'utf8'),
  })
}

function entry(path: string): Entry {
  const heading = select('h1', fromHtml(readFileSync(join(built, path))))
  return {href: placed(path), title: heading ? toText(heading).trim() : path}
}

function checksums(files: ReadonlyMap<string, Buffer>): Buffer {
  const lines = [...files].map(
    ([path, content]) => `${createHash('sha256').update(content).digest('hex')}  ${path}\n`,
  )
  return Buffer.from(lines.sort().join(''))
}

/** The same bytes for the same commit: all files carry its date. */
function zipped(files: ReadonlyMap<string, Buffer>): Uint8Array {
  const mtime = `${date}T12:00:00`
  const entries: Zippable = {}
  for (const [path, content] of files) entries[`handrail/${path}`] = [content, {mtime}]
  return zipSync(entries, {level: 6})
}
