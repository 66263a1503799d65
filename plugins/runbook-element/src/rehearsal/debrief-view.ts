import {debrief} from '@handrail/runbook/rehearse'
import {element} from '../browser/element.ts'
import {heading} from './heading.ts'
import type {Play} from './play.ts'
import type {RehearsalData} from './rehearsal-data.ts'
import {type Part, type Sentence, tellDebrief} from './tell-debrief.ts'

/** What came of a rehearsal, with links to the steps it speaks of. */
export function debriefView(play: Play, data: RehearsalData): HTMLElement {
  const {texts} = data
  const told = tellDebrief(play.rehearsal, debrief(play.rehearsal, data.plans), texts)
  return element(
    'section',
    {class: 'debrief'},
    heading(data.level, 'title', texts.debrief),
    ...told.map((part) => partView(part, data)),
    element('p', {class: 'note'}, texts.times),
  )
}

function partView({title, sentences}: Part, data: RehearsalData): HTMLElement {
  const items = sentences.map((sentence) =>
    element('li', {class: sentence.isBad ? 'bad' : undefined}, ...sentenceView(sentence, data)),
  )
  const isTimed = sentences.some(({at}) => at !== undefined)
  const list = element('ul', {role: 'list', class: isTimed ? 'story' : undefined}, ...items)
  return element('div', {}, title !== undefined && heading(data.level + 1, 'part', title), list)
}

/** The name of a step in a sentence leads to it. */
function sentenceView({text, at, step}: Sentence, {addresses}: RehearsalData): (Node | string)[] {
  const time = at === undefined ? [] : [element('span', {class: 'at'}, at), ' ']
  const address = step && addresses[step.runbook]
  const [before, ...after] = step ? text.split(step.stepTitle) : [text]
  if (!step || !address || after.length === 0) return [...time, text]
  const link = element('a', {href: `${address}#${step.step}`}, step.stepTitle)
  return [...time, before!, link, after.join(step.stepTitle)]
}
