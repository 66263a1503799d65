import type {Attributes} from '../../tree.ts'
import type {RoleCall, RoleSpec} from '../spec.ts'
import {crossReference, type Link} from './cross-reference.ts'

/** How the references of a domain are written. */
interface Domain {
  name: string
  /** What stands between the parts of a name: `~` before it shows the last part alone. */
  separator: string
  /** Types of objects, and the roles that refer to them. */
  roles: readonly string[]
  /** Roles of things that are called: their titles end in parentheses, their targets do not. */
  called: ReadonlySet<string>
  /** What the document's context adds to a reference. */
  context: readonly string[]
  /** Whether a dot before a name means that the nearest object of the name is wanted. */
  nearest?: true
}

const domains: readonly Domain[] = [
  {
    name: 'py',
    separator: '.',
    roles: ['data', 'exc', 'func', 'class', 'const', 'attr', 'type', 'meth', 'mod', 'obj', 'deco'],
    called: new Set(['func', 'meth']),
    context: ['py:module', 'py:class'],
    nearest: true,
  },
  {
    name: 'c',
    separator: '.',
    roles: [
      'member',
      'data',
      'var',
      'func',
      'macro',
      'struct',
      'union',
      'enum',
      'enumerator',
      'type',
    ],
    called: new Set(['func']),
    context: ['c:parent'],
  },
  {
    name: 'cpp',
    separator: '::',
    roles: [
      'any',
      'class',
      'struct',
      'union',
      'func',
      'member',
      'var',
      'type',
      'concept',
      'enum',
      'enumerator',
    ],
    called: new Set(['func']),
    context: ['cpp:parent'],
  },
  {
    name: 'js',
    separator: '.',
    roles: ['func', 'meth', 'class', 'data', 'attr', 'mod'],
    called: new Set(['func', 'meth', 'class']),
    context: ['js:module', 'js:object'],
    nearest: true,
  },
  {name: 'rst', separator: ':', roles: ['dir', 'role'], called: new Set(), context: []},
]

/** References to the objects of languages: `py:func` and the like; Python's without prefix, too. */
export const domainRoles: readonly RoleSpec[] = domains.flatMap((domain) =>
  domain.roles.map((name) =>
    crossReference({
      names: [name],
      doc: `A ${name} (${domain.name}).`,
      domain: domain.name,
      link: (link, explicit) => linkOf(domain, name, link, explicit),
      disabledTitle: (title) =>
        domain.called.has(name) ? `${withoutParentheses(title)}()` : title,
      context: (call) => contextOf(domain, call),
    }),
  ),
)

/** `~a.b` shows `b`; a dot before a name looks for it where the reference stands first. */
function linkOf(domain: Domain, name: string, link: Link, explicit: boolean): Link {
  const plain = link.target.replace(/^~+/, '')
  const target = domain.nearest && !explicit ? plain.replace(/^\./, '') : plain
  const title = explicit ? link.title : titleOf(domain, name, link.title)
  return domain.called.has(name) ? {title, target: withoutParentheses(target)} : {title, target}
}

function titleOf({separator, called}: Domain, name: string, text: string): string {
  let title = text.replace(/^\.+/, '')
  if (title.startsWith('~')) {
    const start = title.lastIndexOf(separator)
    title = start < 0 ? title.slice(1) : title.slice(start + separator.length)
  }
  return called.has(name) ? `${withoutParentheses(title)}()` : title
}

function withoutParentheses(text: string): string {
  return text.endsWith('()') ? text.slice(0, -2) : text
}

function contextOf(domain: Domain, call: RoleCall<object>): Attributes {
  const attributes: Attributes = {}
  if (domain.nearest && /^~?\./.test(call.text)) attributes['refspecific'] = true
  for (const key of domain.context) {
    const value = call.document.context.get(key)
    if (value !== undefined) attributes[key] = value
  }
  return attributes
}
