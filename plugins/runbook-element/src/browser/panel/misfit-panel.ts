import {withNames} from '@handrail/runbook/machine'
import {fill} from '../../texts.ts'
import {element} from '../element.ts'
import type {Part} from '../names-bar.ts'
import {draft} from './draft.ts'
import type {PanelContext} from './panel.ts'

/**
 * For when what is seen fits no answer, or the step itself. First to stop; then to write down what
 * is seen, which the log keeps; then the ways out, from the nearest to giving up here.
 */
export function misfitPanel(context: PanelContext): Part {
  const {texts} = context.words
  const ways = element('ul', {role: 'list', class: 'ways'})
  const node = element(
    'div',
    {},
    element('p', {class: 'alert'}, element('b', {}, texts['misfit-stop'])),
    seenForm(context),
    ways,
  )
  return {
    node,
    update: () => ways.replaceChildren(...waysOut(context).map((way) => element('li', {}, way))),
  }
}

function seenForm({session, words: {texts, say}}: PanelContext): HTMLElement {
  const seen = draft('misfit', element('textarea', {rows: 3, 'data-first': true}))
  const onsubmit = (event: Event): void => {
    event.preventDefault()
    const text = seen.field.value.trim()
    if (text === '') return
    session.note(fill(texts['misfit-noted'], {text}))
    seen.clear()
    say(texts['log-noted'])
  }
  return element(
    'form',
    {onsubmit},
    element('label', {class: 'wide'}, texts['misfit-seen'], seen.field),
    element('button', {type: 'submit'}, texts['misfit-write']),
  )
}

function waysOut(context: PanelContext): HTMLElement[] {
  const {session, words, loadReader, misfit} = context
  const {texts} = words
  const way = (label: string, onclick: () => void): HTMLElement =>
    element('button', {type: 'button', onclick}, label)
  const fallback = session.offers().find(({choice}) => choice.condition?.kind === 'else')
  const ways: HTMLElement[] = []
  if (fallback) {
    const label = `${texts['misfit-else']}: “${withNames(fallback.choice.words, session.state.bindings)}”`
    ways.push(way(label, () => context.goToAnswer(fallback.choice.id)))
  }
  if (loadReader) ways.push(way(texts['misfit-paste'], () => context.open('paste')))
  if (session.state.answers.length > 0) ways.push(way(texts['misfit-change'], context.showTrail))
  if (misfit?.runbook) {
    const title = context.titleOf(misfit.runbook) ?? misfit.runbook
    ways.push(way(`${texts['misfit-triage']}: ${title}`, () => context.leaveFor(misfit)))
  }
  return [...ways, ...givingUp(context, way)]
}

/** Whom to call, and the outcomes of the runbook that say what to tell them. */
function givingUp(
  {session, words: {texts}, open}: PanelContext,
  way: (label: string, onclick: () => void) => HTMLElement,
): HTMLElement[] {
  const {head, steps} = session.plan
  const advice = steps
    .filter(({outcome, id}) => outcome === 'escalate' && id !== session.state.step)
    .map(({id, title}) =>
      element(
        'li',
        {},
        way(title, () => session.lookAt(id)),
      ),
    )
  const owner = head.owner && element('p', {}, fill(texts['misfit-owner'], {owner: head.owner}))
  return [
    way(texts['misfit-escalate'], () => open('handover')),
    element(
      'div',
      {hidden: advice.length === 0 && !owner},
      owner,
      element('ul', {role: 'list', class: 'ways'}, ...advice),
    ),
  ]
}
