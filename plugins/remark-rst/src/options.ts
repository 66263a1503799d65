import type {DirectiveSpec, Load, RoleSpec, Severity} from '@handrail/rst'

/** What both halves of the plugin need to know. */
export interface RstOptions {
  /** Reads included and substitution files; `remark-rst/files` makes one. Without it nothing is included. */
  load?: Load
  /** What a relative path starts from: the page (Sphinx, the default) or the file it stands in (docutils). */
  includeBase?: 'document' | 'file'
  /** Files whose substitution definitions, targets and roles hold in every page, in order. */
  prolog?: readonly string[]
  /** Files that end every page in RST, in order. */
  epilog?: readonly string[]
  /** The role of interpreted text that names none. */
  defaultRole?: string
  /** Endings of pages in RST, with their dots; `.rst` and `.rest` by default. */
  suffixes?: readonly string[]
  /** Directives and roles beside those of docutils and Sphinx. */
  directives?: readonly DirectiveSpec[]
  roles?: readonly RoleSpec[]
  /** What becomes of raw HTML in RST: it is HTML, it is shown, or it is left out with a message. */
  raw?: 'allow' | 'escape' | 'refuse'
  /** Severity by rule; `off` drops its messages. */
  severities?: Readonly<Record<string, Severity>>
}
