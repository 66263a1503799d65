export {parse} from './parse.ts'
export {type CommonFiles, type CommonText, readCommonText, type TextFile} from './common-text.ts'
export {readTitle} from './read-title.ts'
export {PageSet, type PageSetOptions, type ResolvedPage} from './page-set.ts'
export type {ParseOptions, Load, FileRequest, Budget} from './options.ts'
export {defaultSettings, type Settings, sphinxSettings} from './settings.ts'
export type {DocumentState} from './document.ts'
export {toPseudoXml} from './pseudo-xml.ts'
export {rules} from './message/rules.ts'
export {applyTransforms} from './resolve/apply.ts'
export {linkPage, preparePage, resolve, type ResolveOptions} from './resolve/resolve.ts'
export {PageIndex, type PageIndexOptions} from './resolve/pages/page-index.ts'
export type {PageFacts} from './resolve/pages/facts.ts'
export {NearestName} from './resolve/nearest.ts'
export type {Message, Note, Place} from './message/message.ts'
export type {Severity} from './message/rule.ts'
export {
  directive,
  Refusal,
  type DirectiveSpec,
  type FileRefusal,
  type LoadedFile,
} from './directive/spec.ts'
export {role, type RoleSpec} from './role/spec.ts'
export {Element, Text} from './tree.ts'
export {nodeSpecs, toMdast} from './to-mdast/index.ts'
export type {NodeSpec, ToMdastOptions} from './to-mdast/spec.ts'
export type * from './to-mdast/nodes.ts'
export {directives} from './directive/index.ts'
export {roles} from './role/index.ts'
export {sphinxDirectives} from './directive/sphinx/index.ts'
export {sphinxRoles} from './role/sphinx/index.ts'
export {globPattern} from './resolve/pages/path.ts'
export {joinPath, parentPath} from './text/path.ts'
