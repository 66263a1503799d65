import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

const source = 'chef_master/source'

/** A page with the text of its includes in the place of the directives. */
export interface ExpandedPage {
  path: string
  text: string
}

/** The pages of the Chef documentation as parsers see them that know no includes. */
export function expandedPages(corpus: string): ExpandedPage[] {
  const names = readdirSync(join(corpus, source)).filter((name) => name.endsWith('.rst'))
  return names.map((name) => {
    const text = readFileSync(join(corpus, source, name), 'utf8')
    return {path: `${source}/${name}`, text: expanded(text, corpus)}
  })
}

function expanded(text: string, corpus: string): string {
  return text.replace(
    /^( *)\.\. include:: +(\S+)$/gm,
    (directive, indent: string, path: string) => {
      const file = read(join(corpus, source, path))
      if (file === undefined) return directive
      return expanded(file, corpus).replace(/^(?=.)/gm, indent)
    },
  )
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export function megabytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
}
