import {element} from './element.ts'
import type {Session} from './session.ts'
import type {Words} from './words.ts'

/** What has been decided so far, answer by answer; each can be gone back to and changed. */
export function trail(session: Session, {texts}: Words): HTMLElement {
  const {plan, state} = session
  const items = state.answers.map((answer, index) => {
    const step = plan.steps.find(({id}) => id === answer.step)
    const choice = step?.choices.find(({id}) => id === answer.choice)
    const change = (): void => session.replay(state.answers.slice(0, index))
    return element(
      'li',
      {},
      `${step?.title ?? answer.step} — ${choice?.words ?? answer.choice} `,
      element('button', {type: 'button', onclick: change}, texts['change-answer']),
    )
  })
  const summary = element('summary', {}, `${texts.decided} (${items.length})`)
  return element(
    'details',
    {class: 'trail', hidden: items.length === 0},
    summary,
    element('ol', {role: 'list'}, ...items),
  )
}
