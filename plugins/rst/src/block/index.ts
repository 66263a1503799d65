/**
 * Body elements, as one list per place in which they are looked for; the first that recognises a
 * line takes it. The order is docutils': what looks most special comes first.
 */
import {adornment} from './adornment.ts'
import {blockQuote} from './block-quote.ts'
import {bulletList} from './bullet-list.ts'
import {citation} from './citation.ts'
import {readComment} from './comment.ts'
import type {BlockConstruct, SecondLine} from './construct.ts'
import {definitionList} from './definition-list.ts'
import {directive} from './directive.ts'
import {doctestBlock} from './doctest-block.ts'
import {enumeratedList} from './enumerated-list.ts'
import {explicitMarkup} from './explicit.ts'
import {fieldList} from './field-list.ts'
import {footnote} from './footnote.ts'
import {gridTable} from './grid-table.ts'
import {lineBlock} from './line-block.ts'
import {optionList} from './option-list.ts'
import {overlinedTitle} from './overlined-title.ts'
import {paragraph} from './paragraph.ts'
import {simpleTable} from './simple-table.ts'
import {substitutionDefinition} from './substitution-definition.ts'
import {anonymousTarget, target} from './target.ts'
import {doubleAdornment} from './transition.ts'
import {underlinedTitle} from './underlined-title.ts'

/** What stands behind the two dots of explicit markup; anything else is a comment. */
const explicit = [
  footnote, // [1], [#label], before citations: a number is no citation's label
  citation,
  target,
  substitutionDefinition,
  directive,
]

/** Body elements that their first line tells apart; what none of them takes is text. */
export const constructs: readonly BlockConstruct[] = [
  blockQuote, // indentation decides before any character does
  bulletList,
  enumeratedList,
  fieldList,
  optionList, // after bullets: "- x" is an item, "-x" an option
  doctestBlock,
  lineBlock,
  gridTable,
  simpleTable, // before adornments, which have no gaps
  explicitMarkup(explicit, readComment, anonymousTarget),
  adornment,
]

/** What the line under a line of text makes of it; with none under it, it is a paragraph. */
export const underText: readonly SecondLine[] = [definitionList, underlinedTitle, paragraph]

/** What the line under an adornment makes of it; with none under it, it is a transition. */
export const underAdornment: readonly SecondLine[] = [doubleAdornment, overlinedTitle]
