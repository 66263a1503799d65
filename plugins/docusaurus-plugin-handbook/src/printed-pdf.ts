import {createHash, type Hash} from 'node:crypto'
import {mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {CompileOptions, Font, TypstBook} from '@handrail/handbook'

/** Everything a PDF is made of. */
export interface PrintJob {
  readonly book: TypstBook
  readonly theme: string
  readonly fonts: readonly Font[]
  readonly options: CompileOptions
}

/** How many PDFs are kept: the editions of a site. */
const most = 4

/** The PDF of a job, from the last time the same job was printed if there was one. */
export async function printedPdf(
  siteDir: string,
  job: PrintJob,
  print: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = join(siteDir, 'node_modules/.cache/docusaurus-plugin-handbook')
  const file = join(folder, `${fingerprint(job)}.pdf`)
  try {
    return readFileSync(file)
  } catch {
    const pdf = await print()
    mkdirSync(folder, {recursive: true})
    oldest(folder).forEach((old) => rmSync(old))
    writeFileSync(file, pdf)
    return pdf
  }
}

/** The PDFs that make room for one more. */
function oldest(folder: string): string[] {
  const files = readdirSync(folder).map((name) => join(folder, name))
  const time = new Map(files.map((file) => [file, statSync(file).mtimeMs]))
  return files.sort((a, b) => time.get(b)! - time.get(a)!).slice(most - 1)
}

function fingerprint({book, theme, fonts, options}: PrintJob): string {
  const {source, copies} = book
  const hash = createHash('sha256').update(JSON.stringify([source, copies, theme, options]))
  for (const file of book.files) addFile(hash, file)
  for (const {bytes} of fonts) hash.update(bytes)
  return hash.digest('hex').slice(0, 32)
}

function addFile(hash: Hash, file: TypstBook['files'][number]): void {
  hash.update(file.path)
  hash.update('text' in file ? file.text : readFileSync(file.file))
}
