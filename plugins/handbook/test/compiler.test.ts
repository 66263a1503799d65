import {afterEach, describe, expect, it} from 'vitest'
import {type Compiler, compilerMissing, readTheme, startCompiler, toTypst} from '../src/index.ts'
import {fonts} from './compile-pages.ts'

const bookOf = (title: string) => toTypst([], [], {title})
const startOf = (pdf: Uint8Array) => new TextDecoder().decode(pdf.subarray(0, 5))

describe.skipIf(compilerMissing())('a compiler', () => {
  let compiler: Compiler
  afterEach(() => compiler.stop())

  it('takes a second book while the first is on its way', async () => {
    compiler = startCompiler(fonts)
    const pdfs = await Promise.all(
      ['One', 'Two'].map((title) => compiler.compile(bookOf(title), readTheme('plain'))),
    )
    expect(pdfs.map(startOf)).toEqual(['%PDF-', '%PDF-'])
  }, 60_000)

  it('says that it has ended to whoever comes later', async () => {
    compiler = startCompiler(fonts)
    const first = compiler.compile(bookOf('One'), readTheme('plain'))
    compiler.stop()
    await expect(first).rejects.toThrow('stopped')
    await expect(compiler.compile(bookOf('Two'), readTheme('plain'))).rejects.toThrow('stopped')
  }, 60_000)
})
