import type {DocumentState} from '../document.ts'
import {type Note, placeOf} from '../message/message.ts'
import type {ValuesOf} from '../message/rules.ts'
import {trimEnd, trimStart} from '../text/whitespace.ts'
import {type Attributes, Element, type Node, Text, textElement} from '../tree.ts'
import {copyOf} from './copy.ts'
import {NearestName} from './nearest.ts'
import {notePresence, typesIn} from './presence.ts'
import {Replacements} from './replacements.ts'
import {problematic, type ReportOptions, reportLoose} from './report.ts'
import type {Transform} from './spec.ts'
import {Ancestry} from './walk.ts'

/** Replaces references to substitutions by what they stand for. */
export const substitutions: Transform = {
  name: 'Substitutions',
  priority: 220,
  doc: 'Puts the content of its definition in the place of each `|name|`.',
  apply(document) {
    if (!typesIn(document).has('substitution_reference')) return
    const uses = collectUses(document.tree, [])
    if (uses.length > 0) new Substitution(document, uses).run()
  },
}

/** A `|name|` and where it stands. */
interface Use {
  reference: Element
  /** The element, or the fragment, among whose children it stands. */
  holder: Element
  index: number
  /** The use whose definition led to this one; none for what the author wrote in the page. */
  outer: Use | undefined
}

/** Type of the elements that hold what was put in for a reference, until all is resolved. */
const fragmentType = '#fragment'

/** What a use takes from the budget beside its text, and what a message about it does. */
const costOfUse = 50
const costOfMessage = 200

function collectUses(holder: Element, uses: Use[], outer?: Use): Use[] {
  const {children} = holder
  for (let index = 0; index < children.length; index++) {
    const child = children[index]!
    if (child instanceof Text) continue
    if (isReference(child)) uses.push({reference: child, holder, index, outer})
    else if (child.children.length > 0) collectUses(child, uses, outer)
  }
  return uses
}

function isReference(element: Element): boolean {
  return element.type === 'substitution_reference'
}

/**
 * docutils' way through the references: those in the document in order, then those in what was
 * put in, and so on. Definitions are changed on the way like all else, so a copy of one may be
 * resolved already; circles show when a definition comes to hold a reference to itself. The
 * definitions of a prolog belong to all documents and are never changed.
 */
class Substitution {
  private readonly document: DocumentState
  private readonly uses: Use[]
  private readonly ancestry: Ancestry
  private readonly nearest: NearestName
  /** Where each fragment stands. */
  private readonly places = new Map<Element, Use>()
  /** Elements of the tree with fragments among their children. */
  private readonly holders = new Set<Element>()
  /** Names that were found inside of what they stand for. */
  private readonly circles = new Set<string>()
  private readonly tooLong = new Set<Element>()
  private readonly found = new Map<string, Found | undefined>()
  private readonly replacements = new Replacements()
  private budget: number

  constructor(document: DocumentState, uses: Use[]) {
    this.document = document
    this.budget = document.budget.substitution
    this.uses = uses
    this.ancestry = new Ancestry(document.tree)
    this.nearest = new NearestName(() => definedNames(document))
  }

  run(): void {
    for (const use of this.uses) this.resolve(use)
    for (const holder of this.holders) holder.children = flattened(holder.children)
    this.replacements.apply(this.document.tree)
  }

  private resolve(use: Use): void {
    const found = this.find(use)
    if (!found) return this.undefined(use)
    if (this.budget < 0) return this.leave(use)
    const length = this.lengthOf(found.definition)
    if (length > this.document.settings.line_length_limit) {
      return this.fail(use, 'substitution-length', {name: found.key}, {reported: null})
    }
    this.budget -= length + costOfUse
    if (this.budget < 0) return this.exhausted(use)
    const fragment = new Element(fragmentType, {}, copies(found.definition.children))
    const nested = collectUses(fragment, [], use)
    if (this.isCircular(use, found, nested)) return this.circular(use)
    this.trimAround(use, found.definition.attributes)
    this.put(use, fragment, nested)
  }

  private find({reference}: Use): Found | undefined {
    const name = reference.attributes.refname!
    if (this.found.has(name)) return this.found.get(name)
    const found = findDefinition(this.document, name)
    this.found.set(name, found)
    return found
  }

  /** Definitions grow while they are resolved: one that is too long is not measured again. */
  private lengthOf(definition: Element): number {
    if (this.tooLong.has(definition)) return Infinity
    const length = textLength(definition)
    if (length > this.document.settings.line_length_limit) this.tooLong.add(definition)
    return length
  }

  private isCircular(use: Use, {key, shared}: Found, nested: Use[]): boolean {
    for (let at = use.outer; shared && at; at = at.outer)
      if (this.find(at)!.key === key) return true
    for (const other of nested) {
      const nestedKey = this.find(other)?.key
      if (nestedKey === undefined) continue
      if (this.circles.has(nestedKey)) return true
      if (nestedKey === key) this.circles.add(key)
    }
    return false
  }

  private put(use: Use, fragment: Element, nested: Use[]): void {
    const [only] = fragment.children
    const isSimple = fragment.children.length === 1 && nested.length === 0
    use.holder.children[use.index] = isSimple ? only! : fragment
    if (!isSimple) {
      this.places.set(fragment, use)
      if (use.holder.type !== fragmentType) this.holders.add(use.holder)
      for (const other of nested) this.uses.push(other)
    }
    notePresence(this.document, fragment.children)
    for (const child of fragment.children) {
      if (child instanceof Text || isReference(child)) continue
      if (child.attributes.refname !== undefined) this.document.noteRefName(child)
    }
  }

  /** A definition made with `ltrim` or `rtrim` takes the white space around the reference away. */
  private trimAround(use: Use, {ltrim, rtrim}: Attributes): void {
    if (ltrim) this.trimNeighbour(use, -1, trimEnd)
    if (rtrim) this.trimNeighbour(use, 1, trimStart)
  }

  private trimNeighbour(use: Use, step: 1 | -1, trim: (text: string) => string): void {
    let {holder, index}: {holder: Element; index: number} = use
    for (;;) {
      index += step
      const node = holder.children[index]
      if (node instanceof Text) return trimText(node, trim)
      if (node?.type === fragmentType) {
        holder = node
        index = step > 0 ? -1 : node.children.length
      } else if (!node && holder.type === fragmentType) ({holder, index} = this.places.get(holder)!)
      else return
    }
  }

  private undefined(use: Use): void {
    const name = use.reference.attributes.refname!
    const near = this.nearest.to(name)
    const notes = near === undefined ? [] : [didYouMean(near, this.document)]
    this.fail(use, 'undefined-substitution', {name}, {notes})
  }

  private exhausted(use: Use): void {
    const names: string[] = []
    for (let at: Use | undefined = use; at; at = at.outer) names.unshift(this.find(at)!.key)
    const values = {name: names[names.length - 1]!, chain: names.join(' → ')}
    this.fail(use, 'substitution-budget', values, {element: originOf(use)})
  }

  private circular(use: Use): void {
    const name = use.reference.attributes.refname!
    const definition = this.treeHolder(use)
    if (definition.type !== 'substitution_definition') {
      this.fail(use, 'substitution-circle-reference', {name}, {element: originOf(use)})
    } else if (!this.replacements.has(definition)) {
      const message = this.document.reporter.report(
        'substitution-circle',
        {name: definition.attributes.names?.[0] ?? name},
        {line: definition.line},
        [textElement('literal_block', definition.raw, {'xml:space': 'preserve'})],
      )
      this.replacements.replace(definition, [message])
    }
  }

  private treeHolder(use: Use): Element {
    let {holder} = use
    while (holder.type === fragmentType) ({holder} = this.places.get(holder)!)
    return holder
  }

  /** Puts a `problematic` in the place of a reference and reports why. */
  private fail<Id extends SubstitutionRule>(
    use: Use,
    id: Id,
    values: ValuesOf<Id>,
    {element = use.reference, ...more}: ReportOptions & {element?: Element},
  ): void {
    this.budget -= costOfMessage
    const options = {ancestry: this.ancestry, within: originOf(use), ...more}
    const message = reportLoose(this.document, id, values, element, options)
    use.holder.children[use.index] = problematic(this.document, use.reference, message)
  }

  private leave(use: Use): void {
    use.holder.children[use.index] = new Text(use.reference.raw)
  }
}

/** The reference that the author wrote in the page. */
function originOf(use: Use): Element {
  let at = use
  while (at.outer) at = at.outer
  return at.reference
}

type SubstitutionRule =
  | 'undefined-substitution'
  | 'substitution-length'
  | 'substitution-budget'
  | 'substitution-circle-reference'

interface Found {
  definition: Element
  key: string
  /** Whether it stands in a prolog. */
  shared: boolean
}

/** A definition by its name, or else by its name without case; the document's before a prolog's. */
function findDefinition(document: DocumentState, name: string): Found | undefined {
  for (let at: DocumentState | undefined = document; at; at = at.prolog) {
    const key = at.substitutionDefinitions.has(name)
      ? name
      : at.substitutionNames.get(name.toLowerCase())
    const definition = key === undefined ? undefined : at.substitutionDefinitions.get(key)
    if (definition) return {definition, key: key!, shared: at !== document}
  }
  return undefined
}

function* definedNames(document: DocumentState): Iterable<string> {
  for (let at: DocumentState | undefined = document; at; at = at.prolog) {
    yield* at.substitutionDefinitions.keys()
  }
}

function didYouMean(name: string, document: DocumentState): Note {
  const {line} = findDefinition(document, name)!.definition
  if (!line) return {text: `Did you mean \`|${name}|\`?`}
  const place = placeOf(line)
  const where = `${place.file}:${place.line}:${place.column}`
  return {text: `Did you mean \`|${name}|\`, defined at ${where}?`, place}
}

/** Copies of nodes, with what was put into them already. */
function copies(nodes: readonly Node[]): Node[] {
  const result = flattened(nodes)
  for (let i = 0; i < result.length; i++) result[i] = copyOf(result[i]!)
  return result
}

function flattened(nodes: readonly Node[], result: Node[] = []): Node[] {
  for (const node of nodes) {
    if (node.type !== fragmentType) result.push(node)
    else flattened((node as Element).children, result)
  }
  return result
}

function textLength(node: Node): number {
  if (node instanceof Text) return node.value.length
  if (node.type === 'image') return String(node.attributes['alt'] ?? '').length
  let length = 0
  for (const child of node.children) length += textLength(child)
  return length
}

function trimText(text: Text, trim: (text: string) => string): void {
  text.value = trim(text.value)
  if (text.escaped !== undefined) text.escaped = trim(text.escaped)
}
