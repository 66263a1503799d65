import {Element, isElement, Text} from '../../../tree.ts'
import {flag, unchanged, unchangedRequired} from '../../convert/text.ts'
import {directive, type DirectiveCall, type DirectiveSpec} from '../../spec.ts'
import {nodeId} from '../node-id.ts'
import {describedFields, docFields} from './doc-fields.ts'

/** The line that declares an object, taken apart. */
export interface Signature {
  /** Words in front that say what is described: `class`, `async`. */
  annotation?: string
  before: string
  name: string
  after: string
  /** The names by which the object is referred to, beginning with that of its id. */
  fullNames: readonly string[]
}

/** A kind of object that a domain describes. */
export interface ObjectKind {
  domain: string
  type: string
  /** What stands before the name in the object's id; without it the object has none. */
  idPrefix?: string
  /** Options that are shown as fields in front of the content. */
  fields?: readonly string[]
  /** The key under which the document's context has the object while its content is parsed. */
  scope?: string
  read(signature: string, call: DirectiveCall<Readonly<Record<string, unknown>>>): Signature
}

const flags = ['async', 'classmethod', 'staticmethod', 'abstractmethod', 'abstract', 'final']
const quiet = ['no-index', 'noindex', 'no-index-entry', 'noindexentry', 'no-contents-entry']
const rest = ['nocontentsentry', 'no-typesetting', 'single-line-parameter-list', 'property']
const texts = ['annotation', 'value', 'canonical', 'module', 'platform', 'synopsis', 'default']

/** The options that a description may have in one domain or another. */
const options = {
  ...Object.fromEntries([...flags, ...quiet, ...rest].map((name) => [name, flag])),
  ...Object.fromEntries(texts.map((name) => [name, unchanged])),
  type: unchangedRequired,
}

/**
 * A directive that describes objects: a signature a line, then what there is to say of them. `kind`
 * chooses what is described when the directive stands in a document.
 */
export function objectDirective(
  names: readonly string[],
  doc: string,
  kind: (call: DirectiveCall) => ObjectKind,
): DirectiveSpec {
  return directive({
    name: names[0]!,
    aliases: names.slice(1),
    doc,
    arguments: {required: 1, whitespace: true},
    options,
    content: true,
    run(call) {
      const element = describe(kind(call), call)
      return 'no-typesetting' in call.options ? targetsOf(element, call) : [element]
    },
  })
}

/** The places that a description which is not shown makes known. */
function targetsOf(description: Element, call: DirectiveCall): Element[] {
  const signatures = description.children.filter((child) => isElement(child, 'desc_signature'))
  return signatures.flatMap((signature) => {
    const {ids} = (signature as Element).attributes
    if (!ids) return []
    const target = new Element('target', {ids}, [], call.line)
    for (const id of ids) call.document.ids.set(id, target)
    return [target]
  })
}

function describe(kind: ObjectKind, call: DirectiveCall): Element {
  const {domain, type} = kind
  const element = new Element('desc', {domain, objtype: type}, [], call.line)
  const lines = call.arguments[0]!.replaceAll('\\\n', '').split('\n')
  const signatures = lines.map((line) => readSignature(kind, line.trim(), call))
  for (const signature of signatures) element.children.push(declare(kind, call, signature))
  const content = new Element('desc_content', {}, fieldsOf(kind, call), call.line)
  within(call, kind.scope, signatures[0]!.fullNames[0], () => {
    call.parseBlocks(call.content, content, {titles: true})
  })
  const kinds = docFields[domain] ?? []
  content.children = content.children.map((child) =>
    isElement(child, 'field_list') ? describedFields(child, kinds) : child,
  )
  element.children.push(content)
  return element
}

function fieldsOf({fields = []}: ObjectKind, call: DirectiveCall): Element[] {
  const given = fields.filter((name) => call.options[name] !== undefined)
  if (given.length === 0) return []
  const elements = given.map((name) => {
    const {nodes, messages} = call.parseInline(String(call.options[name]))
    const body = new Element('field_body', {}, [new Element('paragraph', {}, nodes), ...messages])
    const label = name[0]!.toUpperCase() + name.slice(1)
    return new Element('field', {}, [new Element('field_name', {}, [new Text(label)]), body])
  })
  return [new Element('field_list', {}, elements, call.line)]
}

/** Longer signatures are not taken apart. */
const longest = 2000

function readSignature(kind: ObjectKind, text: string, call: DirectiveCall): Signature {
  if (text.length > longest) return {before: '', name: text, after: '', fullNames: []}
  return kind.read(text, call)
}

function declare(kind: ObjectKind, call: DirectiveCall, signature: Signature): Element {
  const {annotation = '', before, name, after, fullNames} = signature
  const element = new Element('desc_signature', {}, [], call.line)
  if (annotation !== '') element.children.push(part('desc_annotation', annotation))
  if (before !== '') element.children.push(part('desc_addname', before))
  element.children.push(part('desc_name', name))
  if (after !== '') element.children.push(new Text(after))
  const isListed = !call.options['no-index'] && !call.options['noindex']
  if (kind.idPrefix === undefined || !isListed || fullNames.length === 0) return element
  element.attributes.ids = [nodeId(call.document, kind.idPrefix, fullNames[0]!)]
  call.document.noteExplicitTarget(element)
  for (const fullName of fullNames) {
    call.document.objects.push({domain: kind.domain, type: kind.type, name: fullName, element})
  }
  return element
}

function part(type: string, text: string): Element {
  return new Element(type, {}, [new Text(text)])
}

/** Does something while the document's context has a value for a key. */
function within(
  call: DirectiveCall,
  key: string | undefined,
  value: string | undefined,
  act: () => void,
): void {
  const {context} = call.document
  if (key === undefined || value === undefined) return act()
  const old = context.get(key)
  context.set(key, value)
  act()
  if (old === undefined) context.delete(key)
  else context.set(key, old)
}
