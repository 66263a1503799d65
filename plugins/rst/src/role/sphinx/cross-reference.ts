import {type Attributes, type Element, Text} from '../../tree.ts'
import {role, type RoleCall, type RoleSpec} from '../spec.ts'
import {type TitledTarget, titledTarget} from './explicit-title.ts'

/** What is shown and where it leads. */
export type Link = Pick<TitledTarget, 'title' | 'target'>

export interface CrossReference {
  /** The role's names; the first one is that of the role within its domain. */
  names: readonly string[]
  doc: string
  /** Empty for roles that belong to none. */
  domain: string
  /** The element around the shown text. */
  inner?: 'inline' | 'literal'
  node?: 'pending_xref' | 'download_reference'
  /** Changes title and target as the domain wants it. */
  link?(link: Link, explicit: boolean): Link
  /** What is shown where the writer wants no reference. */
  disabledTitle?(title: string): string
  /** Further attributes, from what directives set for the document. */
  context?(call: RoleCall<object>): Attributes
}

/** Domains whose roles are known without their prefix as well. */
const unprefixed = new Set(['std', 'py', 'math'])

/**
 * A role that refers to something on this page or another. It yields a `pending_xref`
 * (`refdomain`, `reftype`, `reftarget`, `refexplicit`) around what it shows, which is looked up when
 * all pages are known.
 */
export function crossReference(spec: CrossReference): RoleSpec {
  const {names, doc, domain} = spec
  const type = names[0]!
  const prefixed = domain === '' ? names : names.map((name) => `${domain}:${name}`)
  const bare = unprefixed.has(domain) ? names : []
  const [name, ...aliases] = [...bare, ...prefixed]
  return role({
    name: name!,
    aliases,
    doc,
    run: (call) => ({nodes: [reference(spec, type, call)], messages: []}),
  })
}

function reference(spec: CrossReference, type: string, call: RoleCall<object>): Element {
  const {domain, inner = 'literal', node = 'pending_xref'} = spec
  const {title, target, explicit, disabled} = titledTarget(call.text)
  const classes = domain === '' ? ['xref', type] : ['xref', domain, `${domain}-${type}`]
  if (disabled) {
    const plain = title.slice(1)
    return shown(call, inner, spec.disabledTitle?.(plain) ?? plain, classes)
  }
  const link = spec.link?.({title, target}, explicit) ?? {title, target}
  const element = call.element(node, undefined, {
    refdomain: domain,
    reftype: type,
    reftarget: link.target.replace(/\s+/g, ' '),
    refexplicit: explicit,
    ...spec.context?.(call),
  })
  element.children.push(shown(call, inner, link.title, classes))
  return element
}

function shown(call: RoleCall<object>, type: string, text: string, classes: string[]): Element {
  const element = call.element(type, undefined, {classes})
  if (text !== '') element.children.push(new Text(text))
  return element
}
