import {Element, isElement, type Node, Text, textOf} from '../../../tree.ts'

/** A kind of field in the description of an object, as Sphinx' domains have them. */
export interface DocField {
  label: string
  /** The names it may be written with. */
  names: readonly string[]
  /** Whether what it is about is named behind that: `:param name:`; such fields are put together. */
  grouped?: true
  /** The names of fields with the types of those. */
  types?: readonly string[]
  /** Whether a single one stays a list. */
  listed?: true
}

const parameterNames = ['param', 'parameter', 'arg', 'argument', 'keyword', 'kwarg', 'kwparam']
const returns = {label: 'Returns', names: ['returns', 'return']}
const returnType = {label: 'Return type', names: ['rtype']}

/** The fields that have a meaning, by domain. */
export const docFields: Readonly<Record<string, readonly DocField[]>> = {
  py: [
    {label: 'Parameters', names: parameterNames, grouped: true, types: ['paramtype', 'type']},
    {label: 'Variables', names: ['var', 'ivar', 'cvar'], grouped: true, types: ['vartype']},
    {label: 'Raises', names: ['raises', 'raise', 'exception', 'except'], grouped: true},
    returns,
    returnType,
  ],
  c: [
    {label: 'Parameters', names: parameterNames.slice(0, 4), grouped: true, types: ['type']},
    {label: 'Return values', names: ['retvals', 'retval'], grouped: true},
    returns,
    returnType,
  ],
  cpp: [
    {label: 'Parameters', names: parameterNames.slice(0, 4), grouped: true},
    {label: 'Template Parameters', names: ['tparam', 'template parameter'], grouped: true},
    {label: 'Throws', names: ['throws', 'throw', 'exception'], grouped: true},
    {label: 'Return values', names: ['retvals', 'retval'], grouped: true},
    returns,
  ],
  js: [
    {
      label: 'Arguments',
      names: ['argument', 'arg', 'parameter', 'param'],
      grouped: true,
      types: ['paramtype', 'type'],
      listed: true,
    },
    {label: 'Throws', names: ['throws'], grouped: true},
    returns,
    returnType,
  ],
}

/** What is said of one parameter, exception or the like. */
interface Item {
  name: string
  /** Its first paragraph, and what follows that. */
  content: Node[]
  rest: Node[]
}

/** Items of one kind and their types by name. */
interface Group {
  kind: DocField
  items: Item[]
  types: Map<string, Node[]>
}

/**
 * A list of fields as Sphinx shows it in a description: those about parameters and the like put
 * together under one label each, unknown names with a capital.
 */
export function describedFields(list: Element, kinds: readonly DocField[]): Element {
  const groups = new Map<DocField, Group>()
  const entries: (Element | Group)[] = []
  const groupOf = (kind: DocField): Group => {
    const group = groups.get(kind) ?? {kind, items: [], types: new Map()}
    groups.set(kind, group)
    return group
  }
  for (const field of list.children) {
    if (!isElement(field, 'field')) continue
    const {type, name, content, rest} = parts(field)
    const typed = kinds.find(({types}) => types?.includes(type))
    const kind = kinds.find(({names, grouped: named = false}) => {
      return names.includes(type) && named === (name !== '')
    })
    if (kind?.grouped) {
      const group = groupOf(kind)
      if (group.items.length === 0) entries.push(group)
      addItem(group, {name, content, rest})
    } else if (kind)
      entries.push(labelled(kind.label, [new Element('paragraph', {}, content), ...rest]))
    else if (type === 'meta') continue
    else if (typed && name !== '') groupOf(typed).types.set(name, content)
    else entries.push(capitalized(field))
  }
  const children = entries.map((entry) => (entry instanceof Element ? entry : grouped(entry)))
  return new Element(list.type, list.attributes, children, list.line)
}

/** The kind of a field, what it is about, and what it says. */
function parts({children: [name, body]}: Element): Item & {type: string} {
  const written = textOf(name!).trim()
  const [type = ''] = written.split(/\s/, 1)
  const about = written.slice(type.length).trim()
  const [first, ...rest] = (body as Element).children
  if (isElement(first, 'paragraph')) return {type, name: about, content: first.children, rest}
  return {type, name: about, content: [], rest: (body as Element).children}
}

/** `:param type name:` has the type with the name. */
function addItem({kind, items, types}: Group, item: Item): void {
  const space = kind.types ? item.name.search(/\s\S*$/) : -1
  const name = item.name.slice(space + 1)
  if (space > 0) types.set(name, [new Text(item.name.slice(0, space))])
  items.push({...item, name})
}

function grouped({kind, items, types}: Group): Element {
  const bodies = items.map((item) => {
    const type = types.get(item.name)
    types.delete(item.name) // a second item of the name has none, as in Sphinx
    return bodyOf(item, type)
  })
  if (bodies.length === 1 && !kind.listed) return labelled(kind.label, bodies[0]!)
  const list = bodies.map((body) => new Element('list_item', {}, body))
  return labelled(kind.label, [new Element('bullet_list', {}, list)])
}

/** `name (type) -- what is said of it` */
function bodyOf({name, content, rest}: Item, type: Node[] | undefined): Node[] {
  const typed = type ? [new Text(' ('), ...type, new Text(')')] : []
  const start = [new Element('strong', {}, [new Text(name)]), ...typed, new Text(' -- ')]
  return [new Element('paragraph', {}, [...start, ...content]), ...rest]
}

function labelled(label: string, body: Node[]): Element {
  const name = new Element('field_name', {}, [new Text(label)])
  return new Element('field', {}, [name, new Element('field_body', {}, body)])
}

function capitalized(field: Element): Element {
  const [first] = (field.children[0] as Element).children
  if (first instanceof Text)
    first.value = first.value.replace(/^./u, (letter) => letter.toUpperCase())
  return field
}
