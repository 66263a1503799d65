import type {Root} from 'mdast'
import type {Engine} from '../engine.ts'
import {adaptAdmonitions} from './admonitions.ts'
import {declareAnchors} from './anchors.ts'
import {adaptCode} from './code.ts'
import {adaptComponents} from './components.ts'
import {adaptLinks} from './links.ts'
import {adaptLiterals} from './literal.ts'
import {adaptTabs} from './tabs.ts'
import {adaptTitles} from './titles.ts'
import {adaptToctrees} from './toctrees.ts'

/**
 * Makes a tree fit for Docusaurus, in place: its own names for admonitions, its components for
 * tabs, its routes for links, its check for anchors.
 */
export function adapt(
  tree: Root,
  file: string,
  site: Pick<Engine, 'anchors' | 'components' | 'isRst' | 'routes' | 'titleOf'>,
): void {
  adaptTitles(tree)
  adaptAdmonitions(tree)
  adaptTabs(tree)
  adaptComponents(tree, site.components)
  adaptCode(tree)
  adaptLiterals(tree)
  adaptToctrees(tree, file, site)
  adaptLinks(tree, file, site)
  declareAnchors(tree)
}
