import {getDocument} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A row of text on a page, as an extractor finds it. */
export interface Row {
  readonly text: string
  /** Whether all of it is set in the code face. */
  readonly code: boolean
  readonly page: number
  /** Where the row starts, in columns of the code face at its size. */
  readonly column: number
}

interface Item {
  readonly str: string
  readonly hasEOL: boolean
  readonly fontName: string
  readonly width: number
  readonly transform: readonly number[]
}

/** The rows of text of a PDF, page by page, in the order of the content. */
export async function rowsOf(pdf: Uint8Array): Promise<Row[]> {
  const document = await getDocument({data: new Uint8Array(pdf), verbosity: 0}).promise
  const rows: Row[] = []
  for (let page = 1; page <= document.numPages; page++) {
    const {items, styles} = await (await document.getPage(page)).getTextContent()
    let row: Item[] = []
    for (const item of items as Item[]) {
      // The break comes with the first item of the next row.
      if (item.hasEOL && row.length > 0) {
        rows.push(rowOf(row, styles, page))
        row = []
      }
      row.push(item)
    }
    if (row.length > 0) rows.push(rowOf(row, styles, page))
  }
  return rows.filter(({text}) => text.trim() !== '')
}

function rowOf(
  items: readonly Item[],
  styles: Readonly<Record<string, {fontFamily: string}>>,
  page: number,
): Row {
  const words = items.filter(({str}) => str.trim() !== '')
  const [first] = words
  return {
    text: items.map(itemText).join('').trim(),
    column: first ? first.transform[4]! / advanceOf(first) : 0,
    code: words.every(({fontName}) => styles[fontName]?.fontFamily === 'monospace'),
    page,
  }
}

/** White space comes as one space, however wide: its width tells how many there were. */
function itemText(item: Item): string {
  if (item.str.trim() !== '' || item.str === '') return item.str
  return ' '.repeat(Math.max(1, Math.round(item.width / advanceOf(item))))
}

function advanceOf({transform}: Item): number {
  return Math.hypot(transform[0]!, transform[1]!) * 0.6
}
