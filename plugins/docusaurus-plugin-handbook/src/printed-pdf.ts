import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {type CompileOptions, fingerprint, type Font, type TypstBook} from '@handrail/handbook'

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
  {book, theme, fonts, options}: PrintJob,
  print: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = join(siteDir, 'node_modules/.cache/docusaurus-plugin-handbook')
  const file = join(folder, `${fingerprint(book, theme, fonts, options)}.pdf`)
  try {
    return readFileSync(file)
  } catch {
    const pdf = await print()
    mkdirSync(folder, {recursive: true})
    oldest(folder).forEach((old) => rmSync(old))
    // A build that breaks off, or another one beside it, leaves no half of a file under this name.
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, pdf)
    renameSync(unfinished, file)
    return pdf
  }
}

/** The PDFs that make room for one more. */
function oldest(folder: string): string[] {
  const files = readdirSync(folder).map((name) => join(folder, name))
  const time = new Map(files.map((file) => [file, statSync(file).mtimeMs]))
  return files.sort((a, b) => time.get(b)! - time.get(a)!).slice(most - 1)
}
