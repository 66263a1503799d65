import {createHash} from 'node:crypto'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/**
 * The PDF made of a book, from the last time the same book was printed if there was one.
 *
 * @param parts everything the PDF is made of, as data
 */
export async function printedPdf(
  siteDir: string,
  parts: unknown,
  print: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = join(siteDir, 'node_modules/.cache/docusaurus-plugin-handbook')
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
  const file = join(folder, `${hash}.pdf`)
  try {
    return readFileSync(file)
  } catch {
    const pdf = await print()
    mkdirSync(folder, {recursive: true})
    writeFileSync(file, pdf)
    return pdf
  }
}
