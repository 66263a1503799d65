export type {
  Asset,
  Covers,
  ElsewherePage,
  HandbookOptions,
  HandbookPage,
  HandbookPart,
  Paper,
  TypstBook,
  TypstFile,
} from './book.ts'
export type {Highlight, Token, TokenKind} from './code/tokens.ts'
export {
  compile,
  compilerMissing,
  fingerprint,
  fontOptions,
  readFonts,
  readTheme,
  startCompiler,
  themes,
  type CompileOptions,
  type Compiler,
  type Font,
  type Standard,
  type Theme,
} from './compile.ts'
export {createHighlight} from './code/highlight.ts'
export {rules, type Rule} from './message/rules.ts'
export {toTypst} from './to-typst.ts'
export {english, type Words} from './words.ts'
