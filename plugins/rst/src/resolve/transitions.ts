import type {DocumentState} from '../document.ts'
import type {RuleId} from '../message/rules.ts'
import {type Element, type Node, Text} from '../tree.ts'
import {textElements} from './category.ts'
import {allowsBodyAt} from './content-model.ts'
import {typesIn} from './presence.ts'
import {report} from './report.ts'
import type {Transform} from './spec.ts'

/** Moves transitions at the end of sections up the tree and complains about misplaced ones. */
export const transitions: Transform = {
  name: 'Transitions',
  priority: 830,
  doc: 'Moves transitions from the end of a section behind it and reports misplaced ones.',
  apply(document) {
    if (typesIn(document).has('transition')) visit(document, document.tree, [])
  },
}

/** `path`: the elements around the children that are visited, the document first. */
function visit(document: DocumentState, parent: Element, path: Element[]): void {
  path.push(parent)
  // A transition that moves up is met again behind its section, so the children are read live.
  for (let i = 0; i < parent.children.length; i++) {
    const child = parent.children[i]!
    if (child instanceof Text || textElements.has(child.type)) continue
    if (child.type === 'transition') place(document, child, i, path)
    else visit(document, child, path)
  }
  path.pop()
}

function place(
  document: DocumentState,
  transition: Element,
  index: number,
  path: readonly Element[],
): void {
  const parent = path[path.length - 1]!
  const problem = problemAt(parent, index)
  let last = index
  if (problem) {
    const warning = report(document, problem, {}, transition)
    if (allowsBodyAt(parent, index)) parent.children.splice(++last, 0, warning)
    else document.transformMessages.push(warning)
  }
  const isLast = last === parent.children.length - 1
  if (isStructural(parent) && isLast) moveUp(document, transition, path)
}

function isStructural(element: Element): boolean {
  return element.type === 'document' || element.type === 'section'
}

type Problem = RuleId & `transition-${'parent' | 'first' | 'adjacent'}`

function problemAt(parent: Element, index: number): Problem | undefined {
  const before = parent.children[index - 1]
  if (!isStructural(parent)) return 'transition-parent'
  if (!before || isHead(before)) return 'transition-first'
  return before.type === 'transition' ? 'transition-adjacent' : undefined
}

function isHead({type}: Node): boolean {
  return type === 'title' || type === 'subtitle' || type === 'meta' || type === 'decoration'
}

/** Moves a transition behind the outermost section that ends with it. */
function moveUp(document: DocumentState, transition: Element, path: readonly Element[]): void {
  const parent = path[path.length - 1]!
  for (let depth = path.length - 2; depth >= 0; depth--) {
    const outer = path[depth]!
    const index = outer.children.indexOf(path[depth + 1]!)
    if (index === outer.children.length - 1) continue
    parent.children = parent.children.filter((child) => child !== transition)
    outer.children.splice(index + 1, 0, transition)
    return
  }
  const warning = report(document, 'transition-last', {}, transition)
  parent.children.push(warning)
}
