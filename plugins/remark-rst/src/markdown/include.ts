import {
  joinPath,
  type Load,
  type LoadedFile,
  type Message,
  parentPath,
  type Place,
} from '@handrail/rst'
import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {Definitions} from '../definitions.ts'
import {parseRst, resolveFragment} from '../read-rst.ts'
import {clip, clipOptions} from './clip.ts'
import {type Part, placeIn, type Reading} from './part.ts'
import {localizeReferences} from './references.ts'
import {complainAbout} from './complain.ts'
import type {WrittenDirective} from './written-directive.ts'

const markdownFile = /\.(md|mdx|markdown)$/i
/** Options with which an include shows a file instead of reading it. */
const verbatimOptions = new Set(['literal', 'code', 'number-lines'])

/** What an include puts in its place: nodes, or another part that is yet to be resolved. */
export type Included = {tree: Root} | {part: Part}

/** Reads what an `include` asks for: Markdown as Markdown, everything else as RST. */
export function include(
  directive: WrittenDirective,
  part: Part,
  reading: Reading,
): Included | undefined {
  const verbatim = directive.options.some(({name}) => verbatimOptions.has(name))
  return markdownFile.test(directive.argument) && !verbatim
    ? includeMarkdown(directive, part, reading)
    : {tree: readDirective(directive, part, reading)}
}

/**
 * Has the RST parser read a directive of a Markdown page: a document with the directive on the
 * same line, so that messages are about the page.
 */
function readDirective(directive: WrittenDirective, part: Part, reading: Reading): Root {
  const site = placeIn(part, ...directive.range)
  const optionLines = directive.options.map(({name, value}) => `   :${name}: ${value}`)
  const directiveText = [`.. ${directive.name}:: ${directive.argument}`, ...optionLines].join('\n')
  const text = '\n'.repeat(site.line - 1) + directiveText
  const {options, definitions} = reading
  const load = options.load && pageLoad(options.load, part, reading)
  const document = parseRst(
    text,
    part.path,
    {...options, load},
    {
      prolog: definitions.document,
    },
  )
  const tree = resolveFragment(document, reading.document, reading.index, options)
  if (document.substitutionDefinitions.size) {
    reading.definitions = new Definitions(document, reading.options)
  }
  reading.messages.push(...document.messages.map((message) => inPart(message, part, site)))
  return tree
}

/** What a fragment of a page asks for is asked for by the page. */
function pageLoad(load: Load, part: Part, {document, options}: Reading): Load {
  const base = part.path !== document && options.includeBase !== 'file' && parentPath(document)
  return (request) => {
    const path = base === false ? request.path : joinPath(base, request.written)
    return load({...request, document, path})
  }
}

/** A message of a directive's document: on the line of the directive, it is at its column. */
function inPart(message: Message, part: Part, site: Place): Message {
  const moved = (place: Place): Place => {
    if (place.file !== part.path || place.line !== site.line) return place
    const shift = site.column - 1
    return {...place, column: place.column + shift, endColumn: place.endColumn + shift}
  }
  return {
    ...message,
    place: moved(message.place),
    includedFrom: [...message.includedFrom.map(moved), ...part.includedFrom],
  }
}

function includeMarkdown(
  directive: WrittenDirective,
  part: Part,
  reading: Reading,
): {part: Part} | undefined {
  const {argument, options, range} = directive
  const unknown = options.find(({name}) => !clipOptions.includes(name))
  if (unknown) {
    complainAbout('directive-option', {name: 'include', option: unknown.name}, range, part, reading)
  }
  const file = loadFragment(argument, part, reading)
  if ('refusal' in file) return void refuse(file, range, part, reading)
  const site = placeIn(part, ...range)
  const includedFrom = [site, ...part.includedFrom]
  if ([part.path, ...part.includedFrom.map((place) => place.file)].includes(file.path)) {
    return void complainAbout('include-circular', {path: file.path}, range, part, reading)
  }
  const clipped = clip(file.text, options)
  if ('missing' in clipped) {
    return void complainAbout('include-clip', clipped.missing, range, part, reading)
  }
  const tree = fragmentOf(reading.parseMarkdown(clipped.text, file.path))
  markOrigin(tree, file.path, includedFrom)
  return {part: {path: file.path, text: clipped.text, tree, includedFrom}}
}

function loadFragment(written: string, part: Part, reading: Reading): LoadedFile {
  const {document, options} = reading
  const base = options.includeBase === 'file' ? part.path : document
  const path = joinPath(parentPath(base), written)
  if (!options.load) return {path, refusal: {reason: 'unreadable', detail: 'no loader was given'}}
  return options.load({path, written, from: part.path, document})
}

const frontMatter = new Set<string>(['yaml', 'toml'])

/** Front matter is a page's, not a fragment's; references find their definitions in the fragment. */
function fragmentOf(tree: Root): Root {
  const content = tree.children.filter(({type}) => !frontMatter.has(type))
  return localizeReferences({...tree, children: content})
}

/** Has what leads somewhere, and titles, know that they are not written in the page. */
function markOrigin(tree: Root, file: string, includedFrom: Place[]): void {
  visit(tree, (node) => {
    if (!node.position || !('url' in node || node.type === 'heading')) return
    const {line, column} = node.position.start
    node.data = {...node.data, origin: {file, line, column, includedFrom}}
  })
}

function refuse(
  {path, refusal}: Extract<LoadedFile, {refusal: unknown}>,
  range: WrittenDirective['range'],
  part: Part,
  reading: Reading,
): void {
  if (refusal.reason !== 'missing') {
    const why = refusal.detail ?? refusals[refusal.reason]
    return complainAbout('include-refused', {path, why}, range, part, reading)
  }
  const notes = refusal.near ? [{text: `Did you mean \`${refusal.near}\`?`}] : []
  complainAbout('include-missing', {path}, range, part, reading, notes)
}

const refusals = {
  folder: 'it is a folder',
  unreadable: 'it cannot be read',
  outside: 'it lies outside the folders that may be read',
  binary: 'it is not a text',
  encoding: 'it is not in UTF-8',
  'too-large': 'it is too large',
  'not-a-file': 'it is not a plain file',
}
