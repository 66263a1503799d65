import {
  createHighlighterCore,
  type HighlighterCore,
  type LanguageRegistration,
  type ThemeRegistrationRaw,
} from 'shiki/core'
import {createJavaScriptRegexEngine} from 'shiki/engine/javascript'
import type {Highlight, Token, TokenKind} from './tokens.ts'

/** Languages that are highlighted, by the names authors give them; loaded when they occur. */
const languages: Readonly<Record<string, () => Promise<{default: LanguageRegistration[]}>>> = {
  sh: () => import('@shikijs/langs/shellscript'),
  ruby: () => import('@shikijs/langs/ruby'),
  python: () => import('@shikijs/langs/python'),
  json: () => import('@shikijs/langs/json'),
  yaml: () => import('@shikijs/langs/yaml'),
  ini: () => import('@shikijs/langs/ini'),
  js: () => import('@shikijs/langs/javascript'),
  ts: () => import('@shikijs/langs/typescript'),
  xml: () => import('@shikijs/langs/xml'),
  diff: () => import('@shikijs/langs/diff'),
}

const aliases: Readonly<Record<string, string>> = {
  bash: 'sh',
  shell: 'sh',
  shellscript: 'sh',
  zsh: 'sh',
  rb: 'ruby',
  py: 'python',
  yml: 'yaml',
  conf: 'ini',
  cfg: 'ini',
  toml: 'ini',
  javascript: 'js',
  jsx: 'js',
  mjs: 'js',
  typescript: 'ts',
  tsx: 'ts',
  html: 'xml',
  svg: 'xml',
  patch: 'diff',
}

/** Colours that stand for kinds of token: black and white knows no more. */
const kinds: Readonly<Record<string, TokenKind>> = {
  '#000001': 'comment',
  '#000002': 'keyword',
  '#000003': 'string',
  '#000004': 'name',
  '#000005': 'added',
  '#000006': 'removed',
}

const theme: ThemeRegistrationRaw = {
  name: 'print',
  type: 'light',
  fg: '#000000',
  bg: '#ffffff',
  settings: [
    {settings: {foreground: '#000000'}},
    {scope: ['comment', 'punctuation.definition.comment'], settings: {foreground: '#000001'}},
    {scope: ['keyword.control', 'storage', 'keyword.other'], settings: {foreground: '#000002'}},
    {scope: ['string', 'constant.character.escape'], settings: {foreground: '#000003'}},
    {
      scope: [
        'entity.name.function',
        'entity.name.tag',
        'entity.name.section',
        'support.type.property-name',
      ],
      settings: {foreground: '#000004'},
    },
    {scope: ['markup.inserted'], settings: {foreground: '#000005'}},
    {scope: ['markup.deleted'], settings: {foreground: '#000006'}},
  ],
}

/** Longest line that is highlighted; longer ones are data, and slow. */
const longestLine = 2000

/**
 * Makes the function that splits code into tokens, for those of the given languages that are
 * known. Grammars are Shiki's; they are loaded here, so that highlighting itself is synchronous. It
 * remembers what it has split, for a book that is printed again.
 */
export async function createHighlight(names: Iterable<string>): Promise<Highlight> {
  const wanted = new Set([...names].map(canonical).filter((name) => name !== undefined))
  if (wanted.size === 0) return () => undefined
  const highlighter = await createHighlighterCore({
    themes: [theme],
    langs: await Promise.all([...wanted].map(ownGrammar)),
    engine: createJavaScriptRegexEngine({forgiving: true}),
    langAlias: {sh: 'shellscript', js: 'javascript', ts: 'typescript'},
  })
  const known = new Map<string, readonly (readonly Token[])[]>()
  return (code, language) => {
    const lang = canonical(language)
    if (lang === undefined || !wanted.has(lang)) return undefined
    const key = `${lang}\n${code}`
    const tokens = known.get(key) ?? tokenize(highlighter, code, lang)
    known.set(key, tokens)
    return tokens
  }
}

/**
 * The grammar of a language without those of others that may stand in its strings, such as HTML and
 * C++ in Ruby: to prepare these takes longer than all the rest.
 */
async function ownGrammar(name: string): Promise<LanguageRegistration> {
  const {default: grammars} = await languages[name]!()
  return {...grammars.at(-1)!, embeddedLangs: []}
}

function tokenize(highlighter: HighlighterCore, code: string, lang: string): Token[][] {
  // No limit of time: what is highlighted would hang on how busy the machine is.
  const limits = {tokenizeMaxLineLength: longestLine, tokenizeTimeLimit: 0}
  const options = {lang, theme: 'print', ...limits}
  return highlighter.codeToTokens(code, options).tokens.map((line) => merged(line))
}

function canonical(name: string): string | undefined {
  const lower = name.toLowerCase()
  const known = aliases[lower] ?? lower
  return Object.hasOwn(languages, known) ? known : undefined
}

/** Tokens of one kind that follow each other, as one. */
function merged(line: readonly {content: string; color?: string}[]): Token[] {
  const tokens: {kind: TokenKind; text: string}[] = []
  for (const {content, color = ''} of line) {
    const kind = kinds[color.toLowerCase()] ?? 'plain'
    const last = tokens.at(-1)
    if (last?.kind === kind) last.text += content
    else tokens.push({kind, text: content})
  }
  return tokens
}
