import type {Element} from '../../tree.ts'
import type {ObjectFacts} from './facts.ts'
import type {Found, PageIndex} from './page-index.ts'

/** A reference to be resolved. */
interface Query {
  /** The page it stands on. */
  page: string
  domain: string
  target: string
  reference: Element
}

/** Where a reference leads. */
export interface Destination {
  /** None for something that is no page here, such as the index of all words. */
  page?: string
  id?: string
  /** What is shown, where that is not what the author wrote. */
  text?: string
}

export interface Resolver {
  find(index: PageIndex, query: Query): Destination | undefined
  /** How a message about a reference that leads nowhere calls what is missing; none: no message. */
  missing?: string
  /** What a mistyped target may have meant. */
  among?: 'page' | 'label' | 'object'
}

/** `:doc:`: the page's title, or the author's words. */
const doc: Resolver = {
  missing: 'document',
  among: 'page',
  find(index, {target, page, reference}) {
    const found = index.findPage(target, page)
    if (!found) return undefined
    return {page: found.page, ...textUnlessExplicit(reference, found.title)}
  },
}

/** Pages that Sphinx makes itself. They do not exist here; their titles are shown all the same. */
const generatedPages: Readonly<Record<string, string>> = {
  genindex: 'Index',
  modindex: 'Module Index',
  'py-modindex': 'Python Module Index',
  search: 'Search Page',
}

/** `:ref:`: the title behind the label; a label without a title needs the author's words. */
const ref: Resolver = {
  missing: 'label',
  among: 'label',
  find(index, {target, page, reference}) {
    const found = index.findLabel(target, page)
    const generated = generatedPages[target]
    if (!found)
      return generated === undefined ? undefined : textUnlessExplicit(reference, generated)
    const isExplicit = reference.attributes['refexplicit'] === true
    if (found.title === undefined && !isExplicit) return undefined
    return {page: found.page, id: found.id, ...textUnlessExplicit(reference, found.title)}
  },
}

/** `:numref:` and `:keyword:`: a label, with the text as it stands. */
const label: Resolver = {
  missing: 'label',
  among: 'label',
  find(index, {target, page}) {
    const found = index.findLabel(target, page)
    return found && {page: found.page, id: found.id}
  },
}

/** `:term:`: as it is written, or else without case. */
const term: Resolver = {
  missing: 'term',
  among: 'object',
  find(index, {target, page}) {
    return pick(index.findObjects('std', target, page), target, (type) => type === 'term')
  },
}

/** `:option:`: with the program it belongs to, and without the value. */
const option: Resolver = {
  missing: 'option',
  among: 'object',
  find(index, {target, page, reference}) {
    const program = reference.attributes['std:program']
    for (const name of optionNames(target.trim(), program)) {
      const found = index.findObjects('std', name, page)
      const exact = found.find(({type, name: own}) => type === 'cmdoption' && own === name)
      if (exact) return {page: exact.page, id: exact.id}
    }
    return undefined
  },
}

/** The names `program option` under which an option may be known, the most likely first. */
function optionNames(target: string, program: unknown): string[] {
  const stems = ['=', '[=', ' '].flatMap((end) => {
    const at = target.indexOf(end)
    return at < 0 ? [] : target.slice(0, at)
  })
  const own = [target, ...stems].map((name) => (program ? `${String(program)} ${name}` : name))
  const words = target.split(/\s+/)
  const commands = words.slice(1).map((_, i) => {
    return `${words.slice(0, i + 1).join('-')} ${words.slice(i + 1).join(' ')}`
  })
  return [...own, ...commands]
}

/** `:any:`: whatever has the name. */
const any: Resolver = {
  missing: 'target',
  among: 'label',
  find(index, query) {
    const lower = {...query, target: query.target.toLowerCase()}
    return (
      doc.find(index, query) ??
      ref.find(index, lower) ??
      option.find(index, query) ??
      pick(index.findObjects('std', query.target, query.page), query.target) ??
      pick(index.findObjects('py', query.target, query.page), query.target)
    )
  },
}

/** `:eq:`: the number of a labelled formula on its page. */
const equation: Resolver = {
  missing: 'equation',
  find(index, {target, page}) {
    const found = index.findObjects('math', target, page).find(({name}) => name === target)
    return found && {page: found.page, id: found.id, text: found.shown!}
  },
}

/** An object of a domain: a function, a class, an environment variable. */
const object: Resolver = {
  find(index, {domain, target, page, reference}) {
    for (const name of qualifiedNames(target, reference)) {
      const found = pick(index.findObjects(domain, name, page), name)
      if (found) return found
    }
    return undefined
  },
}

/** The name with the class and module that the reference stands in, and without. */
function qualifiedNames(target: string, {attributes}: Element): string[] {
  const name = target.replace(/^[.~!]+|\(\)$/g, '')
  const module = attributes['py:module']
  const owner = attributes['py:class']
  const scopes = [[module, owner], [module], [owner], []]
  return scopes.map((scope) => [...scope.filter(Boolean), name].join('.'))
}

const standard: Readonly<Record<string, Resolver>> = {
  doc,
  ref,
  numref: label,
  keyword: label,
  term,
  option,
  any,
}

export function resolverFor(domain: string, type: string): Resolver {
  if (type === 'any') return any
  if (domain === 'math') return equation
  return (domain === 'std' || domain === '' ? standard[type] : undefined) ?? object
}

/** The object of this very name, or else the first that differs in case only. */
function pick(
  found: readonly Found<ObjectFacts>[],
  name: string,
  accepts: (type: string) => boolean = () => true,
): Destination | undefined {
  const accepted = found.filter(({type}) => accepts(type))
  const best = accepted.find((object) => object.name === name) ?? accepted[0]
  return best && {page: best.page, id: best.id}
}

function textUnlessExplicit({attributes}: Element, text: string | undefined): {text?: string} {
  return attributes['refexplicit'] === true || text === undefined ? {} : {text}
}
