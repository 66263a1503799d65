import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ExternalLinks} from '@handrail/rst'
import {CommandFailure} from '../command-failure.ts'
import {type PythonAssignments, pythonAssignments, type PythonValue} from './python-values.ts'

/** What the conf.py of a Sphinx project says about reading and showing its pages. */
export interface SphinxProject {
  title: string
  copyright: string
  language: string
  /** The page at the root of all, without its ending. */
  rootDoc: string
  /** Endings of the pages in RST. */
  suffixes: string[]
  exclude: string[]
  /** Text before and after every page. */
  prolog: string
  epilog: string
  defaultRole: string | undefined
  extensions: string[]
  /** `extlinks`: roles for links to one place. */
  externalLinks: ExternalLinks
  staticPaths: string[]
  logo: string | undefined
  favicon: string | undefined
  /** Settings we would use, whose value needs Python, as `name (line 3)`. */
  unread: string[]
  /** Tokens that Sphinx knows the value of, and that show nothing without it. */
  blank: string[]
}

const used = [
  ...['project', 'html_title', 'copyright', 'language', 'master_doc', 'root_doc', 'source_suffix'],
  ...['exclude_patterns', 'rst_prolog', 'rst_epilog', 'default_role', 'extensions'],
  ...['html_static_path', 'html_logo', 'html_favicon', 'extlinks', 'version', 'release'],
]

/**
 * Reads the conf.py in a folder, without running it.
 *
 * @throws CommandFailure if there is none
 */
export function sphinxProject(folder: string): SphinxProject {
  const file = join(folder, 'conf.py')
  if (!existsSync(file)) throw new CommandFailure(`no conf.py in ${folder}`)
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
  const found = pythonAssignments(read('conf.py'), read)
  const string = (name: string): string | undefined => stringOf(found.values.get(name))
  const project = string('project')
  const epilog = string('rst_epilog') ?? ''
  const tokens = versionTokens(epilog, found)
  return {
    title: project ?? string('html_title') ?? 'Documentation',
    copyright: (string('copyright') ?? '').replace('%Y', String(new Date().getFullYear())),
    language: string('language') ?? 'en',
    rootDoc: string('root_doc') ?? string('master_doc') ?? 'index',
    suffixes: suffixesOf(found.values.get('source_suffix')),
    exclude: stringsOf(found.values.get('exclude_patterns')),
    prolog: string('rst_prolog') ?? '',
    epilog: withTokens(epilog, tokens),
    defaultRole: string('default_role'),
    extensions: stringsOf(found.values.get('extensions')),
    externalLinks: externalLinksOf(found.values.get('extlinks')),
    staticPaths: stringsOf(found.values.get('html_static_path')),
    logo: string('html_logo'),
    favicon: string('html_favicon'),
    unread: unreadOf(found),
    blank: tokens.flatMap(({name, value}) => (value === nothing ? name : [])),
  }
}

/** `|name|` of every page, and what stands in its place. */
interface Token {
  name: string
  value: string
}

/** What shows nothing and yet is content, which a substitution has to have. */
const nothing = '\\ \\'

/**
 * Sphinx defines `|version|` and `|release|` from the settings of these names. Where their value
 * needs Python, they show nothing: undefined, each use of them would be an error.
 */
function versionTokens(epilog: string, {values, unread}: PythonAssignments): Token[] {
  return ['version', 'release'].flatMap((name) => {
    const value = stringOf(values.get(name)) ?? (unread.has(name) ? nothing : undefined)
    const isTaken = epilog.includes(`.. |${name}|`)
    return value && !isTaken ? [{name, value}] : []
  })
}

function withTokens(epilog: string, tokens: readonly Token[]): string {
  const definitions = tokens.map(({name, value}) => `.. |${name}| replace:: ${value}\n`)
  return definitions.length ? [epilog, ...definitions].filter(Boolean).join('\n') : epilog
}

function unreadOf({values, unread}: PythonAssignments): string[] {
  const asked = used.filter((name) => name !== 'html_title' || !values.has('project'))
  return asked.flatMap((name) => (unread.has(name) ? `${name} (line ${unread.get(name)})` : []))
}

function stringOf(value: PythonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function stringsOf(value: PythonValue | undefined): string[] {
  const list = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  return list.filter((item) => typeof item === 'string')
}

/** Pairs of address and words, by the names of roles; what is none is left out. */
function externalLinksOf(value: PythonValue | undefined): ExternalLinks {
  if (typeof value !== 'object' || value === null) return {}
  const pairs = Object.entries(value).flatMap(([name, pair]) => {
    const [address, words = null] = Array.isArray(pair) ? pair : []
    const isPair = typeof address === 'string' && (typeof words === 'string' || words === null)
    return isPair ? [[name, [address, words]] as const] : []
  })
  return Object.fromEntries(pairs)
}

/** A text, a list, or a record of endings and parsers, of which we are those of RST. */
function suffixesOf(value: PythonValue | undefined): string[] {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value)
  const endings = isRecord
    ? Object.entries(value).flatMap(([ending, parser]) =>
        parser === 'restructuredtext' || parser === null ? ending : [],
      )
    : stringsOf(value)
  const own = endings.filter((ending) => !/^\.mdx?$/.test(ending))
  return own.length ? own : ['.rst']
}
