/**
 * All rules, by id. A `system_message` in the tree carries docutils' text and level; the message
 * to the writer carries ours. Severity is decided here and in the options, nowhere else.
 */
import {blockRules} from './block.ts'
import {directiveRules} from './directive.ts'
import {fileRules} from './file.ts'
import {inlineRules} from './inline.ts'
import {nameRules} from './names.ts'
import {resolveRules} from './resolve.ts'
import {roleRules} from './role.ts'
import type {Rule} from './rule.ts'

export const rules = {
  ...blockRules, // the shape of paragraphs, lists, tables, sections
  ...inlineRules, // markup inside a paragraph
  ...nameRules, // names that stand twice
  ...directiveRules, // directives, their arguments, options and content
  ...roleRules, // interpreted text
  ...fileRules, // includes and what they may cost
  ...resolveRules, // references to what is not there
}

export type RuleId = keyof typeof rules

/** The values a rule's sentences need. */
export type ValuesOf<Id extends RuleId> = (typeof rules)[Id] extends Rule<infer V> ? V : never
