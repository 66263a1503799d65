/**
 * Sphinx' directives, in the order of its reference, and those of its usual extensions for tabs.
 * Handed to `parse` behind docutils' own, of which they replace those of the same name.
 */
import {classDirective} from '../class.ts'
import type {DirectiveSpec} from '../spec.ts'
import {centered} from './centered.ts'
import {code, codeBlock} from './code-block.ts'
import {domainDirectives} from './domain/index.ts'
import {figure} from './figure.ts'
import {glossary} from './glossary.ts'
import {highlight} from './highlight.ts'
import {acks, hlist} from './hlist.ts'
import {image} from './image.ts'
import {indexEntries} from './index-entries.ts'
import {literalinclude} from './literalinclude.ts'
import {math} from './math.ts'
import {only} from './only.ts'
import {productionlist} from './production-list.ts'
import {rubric} from './rubric.ts'
import {seealso} from './seealso.ts'
import {codeauthor, moduleauthor, sectionauthor, tabularcolumns, todo, todolist} from './silent.ts'
import {codeTab, tab, tabs} from './tabs.ts'
import {toctree} from './toctree.ts'
import {unknown} from './unknown.ts'
import {deprecated, versionadded, versionchanged, versionremoved} from './version.ts'

export const sphinxDirectives: readonly DirectiveSpec[] = [
  // Table of contents
  toctree,
  // Paragraph-level markup
  versionadded,
  versionchanged,
  deprecated,
  versionremoved,
  seealso,
  rubric,
  centered,
  hlist,
  acks,
  // Code
  highlight,
  codeBlock,
  code,
  literalinclude,
  // Glossary, index, grammars
  glossary,
  indexEntries,
  productionlist,
  // Pictures and formulas
  image,
  figure,
  math,
  // Meta-information and tags
  sectionauthor,
  moduleauthor,
  codeauthor,
  only,
  tabularcolumns,
  todo,
  todolist,
  {...classDirective, name: 'cssclass', aliases: []},
  // Domains
  ...domainDirectives,
  // Extensions: sphinx-tabs, sphinx-design
  tabs,
  tab,
  codeTab,
  // All others
  unknown,
]
