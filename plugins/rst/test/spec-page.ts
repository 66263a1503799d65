import {
  directives,
  type DocumentState,
  type FileRequest,
  linkPage,
  type LoadedFile,
  PageIndex,
  parse,
  preparePage,
  roles,
  sphinxDirectives,
  sphinxRoles,
  toMdast,
  type ToMdastOptions,
} from '../src/index.ts'
import type {Example} from './spec-file.ts'
import {mdastOutline} from './mdast-outline.ts'

/**
 * Reads an example's `rst` fence as a page: `path=` is its path, `places` prints places, `raw=` is
 * the option, `data=A,B` are the names of data fields. Fences `file path=…` are the other files:
 * pages, includes, and `prolog.rst`, whose definitions hold in all pages.
 */
export function readPage(example: Example): {outline: string; document: DocumentState} {
  const {content, info} = example.fences.find(({language}) => language === 'rst')!
  const words = info.split(' ')
  const value = (key: string): string | undefined =>
    words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1)
  const path = value('path') ?? 'page.rst'
  const files = new Map([[path, `${content}\n`], ...otherFiles(example)])
  const dataFields = value('data')?.split(',') ?? []
  const site = new Site(files, dataFields)
  const document = site.resolved(path)
  const options = {raw: value('raw')} as ToMdastOptions
  return {outline: mdastOutline(toMdast(document, options), words.includes('places')), document}
}

function otherFiles({fences}: Example): [string, string][] {
  const files = fences.filter(({language}) => language === 'file')
  return files.map(({info, content}) => [info.replace('path=', ''), `${content}\n`])
}

class Site {
  private readonly files: ReadonlyMap<string, string>
  private readonly dataFields: readonly string[]
  private readonly index = new PageIndex({
    read: (path) => (this.files.has(path) ? preparePage(this.parsed(path)) : undefined),
    readAll: () => this.enterAll(),
  })

  constructor(files: ReadonlyMap<string, string>, dataFields: readonly string[]) {
    this.files = files
    this.dataFields = dataFields
  }

  resolved(path: string): DocumentState {
    const document = this.parsed(path)
    this.index.set(path, preparePage(document, {dataFields: this.dataFields}))
    linkPage(document, this.index)
    return document
  }

  private enterAll(): void {
    for (const path of this.files.keys()) {
      if (!this.index.has(path)) this.index.set(path, preparePage(this.parsed(path)))
    }
  }

  private parsed(path: string): DocumentState {
    return parse(this.files.get(path)!, {
      path,
      includeBase: 'document',
      load: (request) => this.load(request),
      directives: [...directives, ...sphinxDirectives],
      roles: [...roles, ...sphinxRoles],
      ...(path !== prologPath && this.files.has(prologPath)
        ? {prolog: this.parsed(prologPath)}
        : {}),
    })
  }

  private load(request: FileRequest): LoadedFile {
    const path = request.path.replace(/^\//, '')
    const text = this.files.get(path)
    return text === undefined ? {path, refusal: {reason: 'missing'}} : {path, text}
  }
}

const prologPath = 'prolog.rst'
