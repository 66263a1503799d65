import {execFileSync} from 'node:child_process'
import {createRequire} from 'node:module'
import {join, resolve} from 'node:path'
import {pathToFileURL} from 'node:url'
import {directives, parse, roles, sphinxDirectives, sphinxRoles} from '@handrail/rst'
import {fromMarkdown} from 'mdast-util-from-markdown'

/** Something that parses one text after the other in this process. */
export type Parse = (text: string) => unknown

/** Handrail's own parser with all directives and roles, without transforms. */
export function handrail(): Parse {
  const options = {
    directives: [...directives, ...sphinxDirectives],
    roles: [...roles, ...sphinxRoles],
  }
  return (text) => parse(text, options)
}

export function markdown(): Parse {
  return fromMarkdown
}

/** Where `npm install --prefix FOLDER rst-compiler restructured` has put the other parsers. */
function installed(name: string): string {
  const folder = resolve(process.env['HANDRAIL_PEERS'] ?? '.')
  return createRequire(join(folder, 'package.json')).resolve(name)
}

interface RstCompiler {
  RstToHtmlCompiler: new () => {parse: Parse}
}

export async function rstCompiler(): Promise<Parse> {
  const path = installed('rst-compiler').replace(/index\.umd\.cjs$/, 'index.js')
  const {RstToHtmlCompiler} = (await import(pathToFileURL(path).href)) as RstCompiler
  const compiler = new RstToHtmlCompiler()
  return (text) => compiler.parse(text)
}

interface Restructured {
  default: {default: {parse: Parse}}
}

export async function restructured(): Promise<Parse> {
  const path = installed('restructured')
  const module = (await import(pathToFileURL(path).href)) as Restructured
  return (text) => module.default.default.parse(text)
}

/** docutils parses files named on its standard input and prints the seconds of CPU it took. */
const docutilsProgram = `
import io, sys, time
from docutils import __version__, frontend, utils
from docutils.parsers.rst import Parser
files = sys.stdin.read().split('\\0')
settings = frontend.OptionParser(components=(Parser,)).get_default_values()
settings.report_level, settings.halt_level, settings.warning_stream = 5, 6, io.StringIO()
start = time.process_time()
for text in files:
    Parser().parse(text, utils.new_document('page.rst', settings))
print(__version__, time.process_time() - start)
`

/**
 * docutils' own parser, as Debian packages it (`apt-get install python3-docutils`); `undefined`
 * where it is not installed.
 */
export function docutils(texts: readonly string[]): {version: string; seconds: number} | undefined {
  const options = {input: texts.join('\0'), encoding: 'utf8', maxBuffer: 1e8} as const
  try {
    const said = execFileSync('/usr/bin/python3', ['-W', 'ignore', '-c', docutilsProgram], {
      ...options,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const [version, seconds] = said.trim().split(' ')
    return {version: version!, seconds: Number(seconds)}
  } catch {
    return undefined
  }
}
