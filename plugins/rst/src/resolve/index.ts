/**
 * docutils' transforms, in the order of their priorities: what a reference means depends on what
 * has been put in, moved and promoted before.
 */
import {admonitions} from './admonitions.ts'
import {anonymousHyperlinks} from './anonymous-hyperlinks.ts'
import {classAttribute} from './class-attribute.ts'
import {contents} from './contents.ts'
import {danglingReferences} from './dangling-references.ts'
import {docInfo} from './doc-info.ts'
import {docTitle} from './doc-title.ts'
import {exposeInternals} from './expose-internals.ts'
import {externalTargets} from './external-targets.ts'
import {filterMessages} from './filter-messages.ts'
import {footnotes} from './footnotes.ts'
import {indirectHyperlinks} from './indirect-hyperlinks.ts'
import {internalTargets} from './internal-targets.ts'
import {messages} from './messages.ts'
import {propagateTargets} from './propagate-targets.ts'
import {sectNum} from './sect-num.ts'
import {sectionSubtitle} from './section-subtitle.ts'
import {smartQuotes} from './smart-quotes.ts'
import type {Transform} from './spec.ts'
import {substitutions} from './substitutions.ts'
import {targetNotes} from './target-notes.ts'
import {testMessages} from './test-messages.ts'
import {transitions} from './transitions.ts'

export const transforms: readonly Transform[] = [
  // What stands for something else
  classAttribute, // 210
  substitutions, // 220: before titles are looked at, which may hold substitutions
  propagateTargets, // 260
  // The head of a document
  docTitle, // 320
  docInfo, // 340: behind the title
  sectionSubtitle, // 350
  // References
  anonymousHyperlinks, // 440
  indirectHyperlinks, // 460
  targetNotes, // 540: when addresses are known, before footnotes are numbered
  footnotes, // 620
  externalTargets, // 640
  internalTargets, // 660
  // The parts of a document
  sectNum, // 710
  contents, // 720: with the numbers
  transitions, // 830
  exposeInternals, // 840
  danglingReferences, // 850: what no other transform could link
  smartQuotes, // 855
  // Messages
  messages, // 860
  filterMessages, // 870
  testMessages, // 880
  admonitions, // 920
]
