import type {Root} from 'mdast'
import type {Routes} from '../routes.ts'
import {adaptAdmonitions} from './admonitions.ts'
import {declareAnchors} from './anchors.ts'
import {adaptCode} from './code.ts'
import {adaptLinks} from './links.ts'
import {adaptLiterals} from './literal.ts'
import {adaptTabs} from './tabs.ts'
import {adaptTitles} from './titles.ts'

/**
 * Makes a tree fit for Docusaurus, in place: its own names for admonitions, its components for
 * tabs, its routes for links, its check for anchors.
 */
export function adapt(tree: Root, file: string, routes: Routes): void {
  adaptTitles(tree)
  adaptAdmonitions(tree)
  adaptTabs(tree)
  adaptCode(tree)
  adaptLiterals(tree)
  adaptLinks(tree, file, routes)
  declareAnchors(tree)
}
