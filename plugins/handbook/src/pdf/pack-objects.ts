import {ascii, concat, latin1} from './bytes.ts'

/** Compresses bytes as zlib does (RFC 1950). */
export type Deflate = (bytes: Uint8Array) => Uint8Array

/** Changes the compressed content of a page; one that returns what it was given changes nothing. */
export type EditContent = (data: Uint8Array) => Uint8Array

interface IndirectObject {
  readonly number: number
  /** Where the object begins, `N 0 obj` included, and where `endobj` ends. */
  readonly start: number
  readonly end: number
}

/** Objects in one object stream: enough to compress well, few enough to read one of them fast. */
const perStream = 400

/**
 * Rewrites a PDF so that small objects are compressed together: object streams and a cross-reference
 * stream (ISO 32000-1, 7.5.7 and 7.5.8). Objects are copied byte for byte, so tags, dates and
 * metadata stay as they are; tagged documents become less than half as large. A file that is not
 * laid out as the compiler does it is returned unchanged.
 *
 * @param edit what becomes of the contents of pages, which are copied as well by default
 */
export function packObjects(pdf: Uint8Array, deflate: Deflate, edit?: EditContent): Uint8Array {
  const text = latin1(pdf)
  const trailer = readTrailer(text)
  const objects = trailer && readTable(text, trailer.table)
  if (!trailer || !objects) return pdf
  const writer = new PdfWriter(pdf.subarray(0, objects[0]?.start ?? 0))
  const packed = objects.filter((object) => !isStream(text, object))
  const plain = objects.filter((object) => isStream(text, object))
  const contents = edit ? pageContents(text, packed) : new Set()
  for (const object of plain) {
    const bytes = pdf.subarray(object.start, object.end)
    const isContent = contents.has(object.number)
    writer.add(object.number, isContent ? editStream(bytes, object.number, edit!) : bytes)
  }
  let next = objects.reduce((most, {number}) => Math.max(most, number), 0) + 1
  for (let at = 0; at < packed.length; at += perStream) {
    const bodies = packed.slice(at, at + perStream).map((object) => ({
      number: object.number,
      body: pdf.subarray(...bodyRange(text, object)),
    }))
    writer.addPacked(next++, bodies, deflate)
  }
  return writer.finish(next, trailer.entries, deflate)
}

interface Trailer {
  /** Offset of the cross-reference table. */
  readonly table: number
  /** What is in the trailer besides `/Size`. */
  readonly entries: string
}

function readTrailer(text: string): Trailer | undefined {
  const end = /trailer\s*<<([\s\S]*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-4096))
  if (!end || /\/(?:Prev|XRefStm|Encrypt)\b/.test(end[1]!)) return undefined
  return {table: Number(end[2]), entries: end[1]!.replace(/\/Size\s+\d+/, '').trim()}
}

/** Reads the classic cross-reference table; `undefined` where there is none. */
function readTable(text: string, table: number): IndirectObject[] | undefined {
  const head = /^xref\s+0\s+(\d+)\s+/.exec(text.slice(table, table + 64))
  if (!head) return undefined
  const first = table + head[0].length
  const starts = Array.from({length: Number(head[1])}, (_, number) => {
    const entry = text.slice(first + number * 20, first + number * 20 + 20)
    return entry[17] === 'n' ? {number, start: Number(entry.slice(0, 10))} : undefined
  }).filter((entry) => entry !== undefined)
  starts.sort((a, b) => a.start - b.start)
  return starts.map(({number, start}, index) => {
    const limit = starts[index + 1]?.start ?? table
    return {number, start, end: text.lastIndexOf('endobj', limit) + 'endobj'.length}
  })
}

function isStream(text: string, {end}: IndirectObject): boolean {
  return text.startsWith('endstream', end - 'endobj'.length - 'endstream'.length - 1)
}

/** Numbers of the streams with the contents of pages, one a page. */
function pageContents(text: string, objects: readonly IndirectObject[]): Set<number> {
  const numbers = objects.flatMap(({start, end}) => {
    const page = text.slice(start, end)
    const contents = /\/Type\s*\/Page\b/.test(page) && /\/Contents (\d+) 0 R/.exec(page)
    return contents ? [Number(contents[1])] : []
  })
  return new Set(numbers)
}

/** A stream with other data; as it is, if it is more than compressed data of a known length. */
function editStream(object: Uint8Array, number: number, edit: EditContent): Uint8Array {
  const head =
    /^\d+ 0 obj\s*<<\s*\/Length (\d+)\s*\/Filter\s*\/FlateDecode\s*>>\s*stream\r?\n/.exec(
      latin1(object.subarray(0, 200)),
    )
  if (!head) return object
  const from = head[0].length
  const data = object.subarray(from, from + Number(head[1]))
  const edited = edit(data)
  return edited === data ? object : streamObject(number, '', edited)
}

/** Where the object itself begins and ends, without `N 0 obj`, `endobj` and the white space there. */
function bodyRange(text: string, {start, end}: IndirectObject): [number, number] {
  let from = text.indexOf('obj', start) + 'obj'.length
  let to = end - 'endobj'.length
  while (/\s/.test(text[from]!)) from++
  while (/\s/.test(text[to - 1]!)) to--
  return [from, to]
}

/** Writes objects one after the other and remembers where each is. */
class PdfWriter {
  readonly #chunks: Uint8Array[] = []
  #length = 0
  /** Rows of the cross-reference stream: type, offset or stream, generation or index. */
  readonly #entries = new Map<number, readonly [number, number, number]>([[0, [0, 0, 65535]]])

  constructor(header: Uint8Array) {
    this.#push(header)
  }

  add(number: number, object: Uint8Array): void {
    this.#entries.set(number, [1, this.#length, 0])
    this.#push(object)
    this.#push(lineEnd)
  }

  addPacked(
    number: number,
    objects: readonly {number: number; body: Uint8Array}[],
    deflate: Deflate,
  ): void {
    let offset = 0
    const index = objects.map((object, at) => {
      this.#entries.set(object.number, [2, number, at])
      const place = `${object.number} ${offset}`
      offset += object.body.length + 1
      return place
    })
    const head = ascii(`${index.join(' ')} `)
    const chunks = [head, ...objects.flatMap(({body}) => [body, lineEnd])]
    const data = deflate(concat(chunks))
    const entries = `/Type/ObjStm/N ${objects.length}/First ${head.length}`
    this.add(number, streamObject(number, entries, data))
  }

  finish(number: number, trailer: string, deflate: Deflate): Uint8Array {
    const start = this.#length
    this.#entries.set(number, [1, start, 0])
    const rows = new Uint8Array((number + 1) * 7)
    const view = new DataView(rows.buffer)
    for (let entry = 0; entry <= number; entry++) {
      const [type, where, rest] = this.#entries.get(entry) ?? [0, 0, 65535]
      view.setUint8(entry * 7, type)
      view.setUint32(entry * 7 + 1, where)
      view.setUint16(entry * 7 + 5, rest)
    }
    const entries = `/Type/XRef/Size ${number + 1}/W[1 4 2]${trailer}`
    this.add(number, streamObject(number, entries, deflate(rows)))
    this.#push(ascii(`startxref\n${start}\n%%EOF\n`))
    return concat(this.#chunks)
  }

  #push(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
  }
}

function streamObject(number: number, entries: string, data: Uint8Array): Uint8Array {
  const head = `${number} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`
  return concat([ascii(head), data, ascii('\nendstream\nendobj')])
}

const lineEnd = ascii('\n')
