import {type Answer, withNames} from '@handrail/runbook/machine'
import {fill} from '../texts.ts'
import {element} from './element.ts'
import type {Part} from './names-bar.ts'
import type {Session} from './session.ts'
import type {Words} from './words.ts'

/** What has been decided so far, answer by answer; each can be gone back to and changed. */
export function trail(session: Session, {texts}: Words): Part {
  const summary = element('summary', {'data-control': 'trail'})
  const list = element('ol', {role: 'list'})
  const details = element('details', {}, summary, list)
  const none = element('p', {}, texts['decided-none'])
  return {
    node: element('div', {class: 'trail'}, none, details),
    update() {
      const {changing, state} = session
      const answers = changing?.former.answers ?? state.answers
      none.hidden = answers.length > 0
      details.hidden = answers.length === 0
      summary.textContent = `${texts.decided} (${state.answers.length})`
      list.replaceChildren(...answers.map((answer, index) => item(session, answer, index, texts)))
    },
  }
}

function item(session: Session, answer: Answer, index: number, texts: Words['texts']): HTMLElement {
  const step = session.plan.steps.find(({id}) => id === answer.step)
  const choice = step?.choices.find(({id}) => id === answer.choice)
  const title = step?.title ?? answer.step
  const at = session.changing?.index
  const mark =
    at === index ? texts.changing : at !== undefined && at < index && texts['later-answers']
  const button = element(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'aria-label': fill(texts['change-answer-of'], {title}),
      onclick: () => session.change(index),
    },
    texts['change-answer'],
  )
  return element(
    'li',
    {class: mark ? 'waiting' : undefined},
    element('span', {class: 'asked'}, title),
    ' ',
    element(
      'span',
      {class: 'answered'},
      withNames(choice?.words ?? answer.choice, session.state.bindings),
    ),
    mark && element('span', {class: 'reason'}, mark),
    at !== index && button,
  )
}
