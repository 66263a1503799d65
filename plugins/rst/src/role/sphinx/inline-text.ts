import {unescape} from '../../text/escape.ts'
import {type Element, type Node, Text} from '../../tree.ts'
import {codeRole} from '../code.ts'
import {role, type RoleCall, type RoleSpec} from '../spec.ts'

/** A role whose text is shown in a way of its own and leads nowhere. */
function shown(name: string, type: string, doc: string): RoleSpec {
  return role({
    name,
    doc,
    run: (call) => ({
      nodes: [withClass(call, type, name, [new Text(unescape(call.text))])],
      messages: [],
    }),
  })
}

function withClass(
  call: RoleCall<{class?: string[]}>,
  type: string,
  name: string,
  children: Node[],
): Element {
  const element = call.element(type, undefined, {classes: [name, ...(call.options.class ?? [])]})
  element.children = children
  return element
}

/** `&` marks the key of a label; `&&` is an ampersand. */
function labelRole(name: string, doc: string, prepare: (text: string) => string): RoleSpec {
  return role({
    name,
    doc,
    run(call) {
      const [first = '', ...spans] = prepare(unescape(call.text)).split(/(?<!&)&(?![&\s])/)
      const children: Node[] = first === '' ? [] : [new Text(first)]
      for (const span of spans) children.push(...accelerated(call, span.replaceAll('&&', '&')))
      return {nodes: [withClass(call, 'inline', name, children)], messages: []}
    },
  })
}

function accelerated(call: RoleCall<object>, span: string): Node[] {
  const [key = ''] = span
  const element = call.element('inline', undefined, {classes: ['accelerator']})
  element.children.push(new Text(key))
  return span.length > key.length ? [element, new Text(span.slice(key.length))] : [element]
}

/** Literal text in which `{braces}` emphasize what varies. */
function samplesRole(name: string, doc: string): RoleSpec {
  return role({
    name,
    doc,
    run(call) {
      const element = withClass(call, 'literal', name, samples(call))
      element.attributes['role'] = name
      return {nodes: [element], messages: []}
    },
  })
}

const variable = /\\\\|\\[{}]|\{((?:\\[\\{}]|[^}])+?)\}/g

function samples(call: RoleCall<object>): Node[] {
  const text = unescape(call.text)
  const nodes: Node[] = []
  let plain = ''
  let end = 0
  for (const match of text.matchAll(variable)) {
    plain += text.slice(end, match.index)
    end = match.index + match[0].length
    if (match[1] === undefined) plain += match[0].slice(1)
    else {
      if (plain !== '') nodes.push(new Text(plain))
      plain = ''
      const emphasis = call.element('emphasis')
      emphasis.children.push(new Text(match[1].replace(/\\([\\{}])/g, '$1')))
      nodes.push(emphasis)
    }
  }
  plain += text.slice(end)
  return plain === '' ? nodes : [...nodes, new Text(plain)]
}

const abbreviation = role({
  name: 'abbr',
  doc: 'An abbreviation; what it stands for follows in parentheses.',
  run(call) {
    const text = unescape(call.text)
    const match = /\(([^]*)\)$/.exec(text)
    const short = match ? text.slice(0, match.index).trim() : text
    const element = call.element('abbreviation', undefined, match ? {explanation: match[1]!} : {})
    if (call.options.class) element.attributes.classes = [...call.options.class]
    element.children.push(new Text(short))
    return {nodes: [element], messages: []}
  },
})

/** Sphinx' code role takes escapes for escapes, where docutils' keeps the backslashes. */
const code = codeRole(unescape)

/** Roles for what a reader sees on a screen, types or calls by name. */
export const inlineTextRoles: readonly RoleSpec[] = [
  abbreviation,
  code,
  shown('command', 'strong', 'A command of an operating system.'),
  ...['c', 'cpp'].flatMap((domain) => [
    shown(`${domain}:expr`, 'literal', 'An expression in code.'),
    shown(`${domain}:texpr`, 'inline', 'An expression in text.'),
  ]),
  shown('dfn', 'emphasis', 'The place where a term is defined.'),
  samplesRole('file', 'A file or folder; braces emphasize what varies.'),
  labelRole('guilabel', 'A label of a user interface.', (text) => text),
  shown('kbd', 'literal', 'Keys to press.'),
  shown('mailheader', 'emphasis', 'A header of a mail.'),
  shown('makevar', 'strong', 'A variable of make.'),
  shown('manpage', 'inline', 'A manual page with its section.'),
  labelRole('menuselection', 'Menus and their entries, joined by `-->`.', (text) =>
    text.replaceAll('-->', '\u2023'),
  ),
  shown('mimetype', 'emphasis', 'A media type.'),
  shown('newsgroup', 'emphasis', 'A newsgroup.'),
  shown('program', 'strong', 'A program.'),
  shown('regexp', 'literal', 'A regular expression.'),
  samplesRole('samp', 'Literal text; braces emphasize what varies.'),
]
