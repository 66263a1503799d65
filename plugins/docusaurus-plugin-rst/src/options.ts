import type {DirectiveSpec, ExternalLinks, RoleSpec, Severity} from '@handrail/rst'
import type {Components} from 'remark-rst'
import {Joi} from '@docusaurus/utils-validation'

/** What is done about messages of severity `error` in a production build. */
export type MessagePolicy = 'throw' | 'warn' | 'ignore'

export interface RstPluginOptions {
  id?: string
  /** Folders of shared fragments, relative to the site, in the order in which they are searched. */
  includeRoots?: string[]
  /** What the path of an include starts from: the page, as in Sphinx, or the file it stands in. */
  includeBase?: 'document' | 'file'
  /** Files whose substitution definitions hold in every page. */
  prolog?: string[]
  /** Files that end every page in RST. */
  epilog?: string[]
  /** The role of interpreted text in RST that names none: Sphinx' `default_role`. */
  defaultRole?: string
  /** Endings of pages in RST, with their dots: Sphinx' `source_suffix`. */
  suffixes?: string[]
  /** Patterns of pages that are left out, relative to their folder: Sphinx' `exclude_patterns`. */
  exclude?: string[]
  /** The page at the root of the docs, without its ending; `toctreeSidebar` starts from it. */
  rootDocument?: string
  /** What becomes of raw HTML in RST: it is HTML, it is shown, or it is left out with a message. */
  raw?: 'allow' | 'escape' | 'refuse'
  /** More addresses for pages: `{'/high-availability': '/server/high-availability'}`. */
  aliases?: Record<string, string>
  onMessage?: MessagePolicy
  /** Severity by rule: `off`, `info`, `warning` or `error`. */
  severities?: Record<string, Severity>
  /** Components of the site that pages in RST may use, by the names of their directives. */
  components?: Components
  /** Roles for links to one place, with the address and the words they show: Sphinx' `extlinks`. */
  externalLinks?: ExternalLinks
  /** Directives and roles beside the parser's own. */
  directives?: DirectiveSpec[]
  roles?: RoleSpec[]
}

type Optional = 'id' | 'defaultRole'
export type NormalizedOptions = Required<Omit<RstPluginOptions, Optional>> &
  Pick<RstPluginOptions, Optional>

const folders = Joi.array().items(Joi.string())
const component = Joi.object({
  from: Joi.string().required(),
  props: Joi.array().items(Joi.string()),
})
const externalLink = Joi.array().ordered(Joi.string().required(), Joi.string().allow(null, ''))
const suffix = Joi.string().pattern(/^\.[\w.]+$/, 'an ending with its dot')
const address = Joi.string().pattern(/^\//, 'a path that starts with a slash')

/** The options with their defaults; says what is wrong with them. */
export const optionsSchema = Joi.object<NormalizedOptions>({
  id: Joi.string(),
  includeRoots: folders.default([]),
  includeBase: Joi.string().valid('document', 'file').default('document'),
  prolog: folders.default([]),
  epilog: folders.default([]),
  defaultRole: Joi.string(),
  suffixes: Joi.array().items(suffix).min(1).default(['.rst']),
  exclude: folders.default([]),
  rootDocument: Joi.string().default('index'),
  raw: Joi.string().valid('allow', 'escape', 'refuse').default('allow'),
  aliases: Joi.object().pattern(address, address).default({}),
  onMessage: Joi.string().valid('throw', 'warn', 'ignore').default('throw'),
  severities: Joi.object()
    .pattern(Joi.string(), Joi.string().valid('off', 'info', 'warning', 'error'))
    .default({}),
  components: Joi.object().pattern(Joi.string(), component).default({}),
  externalLinks: Joi.object().pattern(Joi.string(), externalLink).default({}),
  directives: Joi.array().items(Joi.object().unknown()).default([]),
  roles: Joi.array().items(Joi.object().unknown()).default([]),
})
