import type {Root} from 'mdast'
import type {Components} from 'remark-rst'
import {visit} from 'unist-util-visit'
import {element, importDefault} from './jsx.ts'

/** Puts components of the site in the place of the directives that stand for them. */
export function adaptComponents(tree: Root, components: Components): void {
  const used = new Set<string>()
  visit(tree, 'containerDirective', ({name, attributes, children}, index, parent) => {
    if (!Object.hasOwn(components, name) || !parent || index === undefined) return
    used.add(name)
    const properties = Object.entries(attributes ?? {}).map(([key, value]) => [key, value ?? ''])
    const component = element(importName(name), Object.fromEntries(properties), children)
    parent.children[index] = component
  })
  for (const name of used) importDefault(tree, importName(name), components[name]!.from)
}

/** A name that no component of the page itself has. */
function importName(directive: string): string {
  const words = directive.match(/[a-z0-9]+/gi) ?? []
  return `Rst${words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')}`
}
