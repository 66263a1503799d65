import {toString} from 'mdast-util-to-string'
import {asFlow, isBlank, isPhrasing, make} from './make.ts'
import type {AnyNode} from './nodes.ts'
import type {Element} from './open-markup.ts'

type Open = (element: Element) => AnyNode[]

/** An element that prints as what stands inside it. */
export const transparent: Open = (element) =>
  element.children.length === 0 && /^[A-Z]/.test(element.name)
    ? unprinted(element)
    : [...element.children]

const block: Open = (element) => asFlow(element.children)
const nothing: Open = () => []

/** What only a browser can show: a note of it stays, and a message says so. */
const unprinted: Open = ({origin, name}) => [
  make('unprinted', origin, undefined, {value: `<${name}>`}),
]

/** A node of this type around the content. */
function around(type: string, fields: Record<string, unknown> = {}): Open {
  return ({origin, children}) => [make(type, origin, children, fields)]
}

function role(name: string): Open {
  return around('inlineRole', {role: name})
}

function blockAround(type: string, fields: Record<string, unknown> = {}): Open {
  return ({origin, children}) => [make(type, origin, asFlow(children), fields)]
}

function heading(depth: number): Open {
  return around('heading', {depth})
}

const inlineCode: Open = ({origin, children}) => [
  make('inlineCode', origin, undefined, {value: toString(children)}),
]

const pre: Open = ({origin, children, attributes}) => {
  const classes = `${attributes['class'] ?? ''} ${attributes['className'] ?? ''}`
  const lang = attributes['language'] || /\blanguage-(\S+)/.exec(classes)?.[1]
  const value = toString(children).replace(/^\n|\n$/g, '')
  const meta = attributes['title'] ? `title="${attributes['title']}"` : undefined
  return [make('code', origin, undefined, {value, lang, meta})]
}

const link: Open = ({origin, children, attributes}) => {
  const url = attributes['href'] || attributes['to']
  return url ? [make('link', origin, children, {url})] : [...children]
}

const image: Open = ({origin, attributes}) => {
  const url = attributes['src'] || attributes['srcSet'] || ''
  const {alt, title, width} = attributes
  if (url === '') return [make('unprinted', origin, undefined, {value: '<img>'})]
  return [make('image', origin, undefined, {url, alt, title, data: {hProperties: {width}}})]
}

/** Films and frames: the address is what paper can give. */
const elsewhere: Open = (element) => {
  const url = element.attributes['src'] || element.attributes['data']
  if (!url) return element.children.length > 0 ? [...element.children] : unprinted(element)
  const value = element.attributes['title'] || url
  return [make('link', element.origin, [make('text', element.origin, undefined, {value})], {url})]
}

/** The content with everything that is not of a type wrapped in a node that is; blanks go. */
function only(types: RegExp, type: string, {children, origin}: Element): AnyNode[] {
  return children
    .filter((child) => !isBlank(child))
    .map((child) => (types.test(child.type) ? child : make(type, origin, asFlow([child]))))
}

function list(ordered: boolean): Open {
  return (element) => {
    const {start: given} = element.attributes
    const start = given ? Number(given) : undefined
    const items = only(/^listItem$/, 'listItem', element)
    return [make('list', element.origin, items, {ordered, start, spread: false})]
  }
}

const details: Open = ({origin, children}) => [
  make('containerDirective', origin, asFlow(children), {name: 'details'}),
]

const summary: Open = ({origin, children}) => [
  make('paragraph', origin, children, {data: {directiveLabel: true}}),
]

function labelled(name: string, label: (element: Element) => string | undefined): Open {
  return (element) => {
    const {origin} = element
    const value = label(element)
    const title = value
      ? [
          make('paragraph', origin, [make('text', origin, undefined, {value})], {
            data: {directiveLabel: true},
          }),
        ]
      : []
    const content = [...title, ...asFlow(element.children)]
    return [make('containerDirective', origin, content, {name: name || element.attributes['type']})]
  }
}

const definitionList: Open = (element) => [
  make(
    'definitionList',
    element.origin,
    only(/^definition(?:Term|Description)$/, 'definitionDescription', element),
  ),
]

const table: Open = ({origin, children}) => {
  const rows = children.filter((child) => child.type === 'spanTableRow')
  const parts = children.filter((child) => /^spanTable(?:Head|Body|Caption)$/.test(child.type))
  const body = rows.length > 0 ? [make('spanTableBody', origin, rows)] : []
  const strays = children.filter((child) => !/^spanTable/.test(child.type) && !isBlank(child))
  return [make('spanTable', origin, [...parts, ...body]), ...strays]
}

/** A part of a table; what does not belong there comes after it, in the end after the table. */
function tablePart(type: string, inside: string): Open {
  return ({origin, children}) => {
    const own = children.filter((child) => child.type === inside)
    const strays = children.filter((child) => child.type !== inside && !isBlank(child))
    return [make(type, origin, own), ...strays]
  }
}

function cell(header: boolean): Open {
  return ({origin, children, attributes}) => {
    const colSpan = attributes['colspan'] || attributes['colSpan']
    const rowSpan = attributes['rowspan'] || attributes['rowSpan']
    const content = children.every(isPhrasing) ? children : asFlow(children)
    return [
      make('spanTableCell', origin, content, {
        data: {hName: header ? 'th' : 'td', hProperties: {colSpan, rowSpan}},
      }),
    ]
  }
}

const abbreviation: Open = ({origin, children, attributes}) => [
  make('inlineRole', origin, children, {
    role: 'abbr',
    data: {hProperties: {title: attributes['title']}},
  }),
]

function each(open: Open, names: string): [string, Open][] {
  return names.split(' ').map((name) => [name, open])
}

/** What each element means in print. An element that is not listed is `transparent`. */
export const elements: ReadonlyMap<string, Open> = new Map([
  ...each(block, 'div section article main header footer center form fieldset nav aside address p'),
  ...each(around('strong'), 'b strong'),
  ...each(around('emphasis'), 'i em cite dfn var'),
  ...each(around('delete'), 'del s strike'),
  ...each(inlineCode, 'code tt samp'),
  ...each(pre, 'pre CodeBlock'),
  ...each(link, 'a Link'),
  ...each(image, 'img Image ThemedImage'),
  ...each(elsewhere, 'iframe video audio embed object'),
  ...each(
    nothing,
    'Head TOCInline DocCardList head title meta link base col colgroup wbr source track',
  ),
  ...each(list(false), 'ul menu'),
  ...each(tablePart('spanTableHead', 'spanTableRow'), 'thead'),
  ...each(tablePart('spanTableBody', 'spanTableRow'), 'tbody tfoot'),
  ['kbd', role('kbd')],
  ['mark', role('mark')],
  ['u', role('underline')],
  ['ins', role('underline')],
  ['abbr', abbreviation],
  ['sub', around('subscript')],
  ['sup', around('superscript')],
  ['br', around('break')],
  ['hr', around('thematicBreak')],
  ['ol', list(true)],
  ['li', blockAround('listItem', {spread: false})],
  ['dl', definitionList],
  ['dt', around('definitionTerm')],
  ['dd', blockAround('definitionDescription')],
  ['blockquote', blockAround('blockquote')],
  ['details', details],
  ['summary', summary],
  ['figure', around('figure')],
  ['figcaption', around('figureCaption')],
  ['table', table],
  ['caption', around('spanTableCaption')],
  ['tr', tablePart('spanTableRow', 'spanTableCell')],
  ['td', cell(false)],
  ['th', cell(true)],
  ['h1', heading(1)],
  ['h2', heading(2)],
  ['h3', heading(3)],
  ['h4', heading(4)],
  ['h5', heading(5)],
  ['h6', heading(6)],
  ['Tabs', labelled('tabs', () => undefined)],
  ['TabItem', labelled('tab', ({attributes}) => attributes['label'] ?? attributes['value'])],
  ['Admonition', labelled('', ({attributes}) => attributes['title'])],
])
