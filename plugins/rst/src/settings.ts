/**
 * docutils' runtime settings as far as they bear on a tree, under docutils' own names, so that a
 * `docutils.conf` can be read off against them.
 */
export interface Settings {
  /** The lowest level of a system message that the filtering transforms leave in the tree. */
  report_level: number
  /** docutils stops at this level; here nothing ever stops, and the key is only accepted. */
  halt_level: number
  /** Recognise inline markup inside words. */
  character_level_inline_markup: boolean
  /** A longer line makes the document (or the included file) one error message. */
  line_length_limit: number
  /** Whether code blocks and `code` roles are split into tokens, and the tokens' class names. */
  syntax_highlight: 'long' | 'short' | 'none'
  /** Internal attributes that are printed as `internal:…`. */
  expose_internals: readonly string[]
  smart_quotes: boolean | 'alt'
  file_insertion_enabled: boolean
  raw_enabled: boolean
  pep_references: boolean
  rfc_references: boolean
  pep_base_url: string
  rfc_base_url: string
  trim_footnote_reference_space: boolean
  toc_backlinks: 'entry' | 'top' | false
  tab_width: number
  /** A text for `.. date::`; without it the current day is used. */
  today: Date | undefined
}

/** Where Sphinx departs from docutils' defaults. */
export const sphinxSettings: Partial<Settings> = {line_length_limit: Infinity}

/** docutils' own defaults, except for `report_level`, which keeps all messages. */
export const defaultSettings: Settings = {
  report_level: 1,
  halt_level: 5,
  character_level_inline_markup: false,
  line_length_limit: 10_000,
  syntax_highlight: 'long',
  expose_internals: [],
  smart_quotes: false,
  file_insertion_enabled: true,
  raw_enabled: true,
  pep_references: false,
  rfc_references: false,
  pep_base_url: 'https://peps.python.org/',
  rfc_base_url: 'https://tools.ietf.org/html/',
  trim_footnote_reference_space: false,
  toc_backlinks: 'entry',
  tab_width: 8,
  today: undefined,
}
