import type {Definition, Image, Link, Nodes, Parents, Root} from 'mdast'
import {visit} from 'unist-util-visit'

/**
 * Turns the references of a fragment (`[text][label]`) into plain links and images, so that they
 * keep the definitions of their own file when it is joined with others.
 */
export function localizeReferences(tree: Root): Root {
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition)
  })
  if (definitions.size) replaceReferences(tree, definitions)
  return tree
}

function replaceReferences(parent: Parents, definitions: ReadonlyMap<string, Definition>): void {
  const children = parent.children
    .filter(({type}) => type !== 'definition')
    .map((child) => replaced(child, definitions))
  for (const child of children) if ('children' in child) replaceReferences(child, definitions)
  parent.children = children as never
}

function replaced(node: Nodes, definitions: ReadonlyMap<string, Definition>): Nodes {
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return node
  const definition = definitions.get(node.identifier)
  if (!definition) return node
  const {url, title} = definition
  const {position} = node
  return node.type === 'linkReference'
    ? ({type: 'link', url, title, children: node.children, position} satisfies Link)
    : ({type: 'image', url, title, alt: node.alt, position} satisfies Image)
}

/**
 * Gives the footnotes of a fragment labels that the page does not use yet, so that two fragments
 * may both have a first footnote. `taken` grows by the labels of the fragment.
 */
export function separateFootnotes(fragment: Root, taken: Set<string>): void {
  const renamed = new Map<string, string>()
  visit(fragment, 'footnoteDefinition', ({identifier}) => {
    let name = identifier
    for (let count = 2; taken.has(name); count++) name = `${identifier}-${count}`
    taken.add(name)
    renamed.set(identifier, name)
  })
  visit(fragment, ['footnoteDefinition', 'footnoteReference'], (node) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'footnoteReference') return
    const name = renamed.get(node.identifier)
    if (name && name !== node.identifier) Object.assign(node, {identifier: name, label: name})
  })
}

/** The labels of the footnotes a tree defines. */
export function footnoteLabels(tree: Root): Set<string> {
  const labels = new Set<string>()
  visit(tree, 'footnoteDefinition', ({identifier}) => void labels.add(identifier))
  return labels
}
