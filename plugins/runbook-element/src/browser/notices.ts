import {fill} from '../texts.ts'
import {element} from './element.ts'
import type {Session} from './session.ts'
import type {SessionPlace} from './session-place.ts'
import {lastUse} from './session-store.ts'
import {type Words, misfitInWords, timeInWords} from './words.ts'

/** What a responder must know before going on, and what can be done about it. */
interface Notice {
  readonly lines: readonly string[]
  readonly actions?: readonly {readonly label: string; run(): void}[]
  /** Something is wrong; others only say where one is. */
  readonly isWarning?: true
}

export interface NoticeContext {
  readonly session: Session
  readonly place: SessionPlace
  readonly words: Words
  saveLog(): void
}

/** Draws what there is to say above a step. */
export function notices(context: NoticeContext): HTMLElement[] {
  const all = [aside, changing, outcomeOfChange, otherVersion, fromOutside, kept]
  return all.flatMap((one) => one(context) ?? []).map(draw)
}

function draw({lines, actions = [], isWarning}: Notice): HTMLElement {
  const buttons = actions.map(({label, run}) =>
    element('button', {type: 'button', onclick: run}, label),
  )
  return element(
    'div',
    {class: isWarning ? 'alert' : 'notice'},
    ...lines.map((line) => element('p', {}, line)),
    buttons.length > 0 && element('p', {class: 'row'}, ...buttons),
  )
}

function aside({session, words: {texts}}: NoticeContext): Notice | undefined {
  const {aside: from, plan} = session
  if (!from) return undefined
  const title = plan.steps.find(({id}) => id === from.state.step)?.title ?? from.state.step
  const label = fill(texts['aside-back'], {title})
  return {lines: [texts.aside], actions: [{label, run: () => session.returnFromAside()}]}
}

function changing({session, words: {texts}}: NoticeContext): Notice | undefined {
  if (!session.changing) return undefined
  const label = texts['keep-as-it-was']
  return {lines: [texts.changing], actions: [{label, run: () => session.keepAnswer()}]}
}

function outcomeOfChange({session, words: {texts}}: NoticeContext): Notice | undefined {
  const {kept: count, misfits} = session
  const lines = misfits.map((misfit) => misfitInWords(misfit, session, texts))
  if (count > 0) lines.unshift(fill(texts.kept, {count}))
  if (lines.length === 0) return undefined
  const again = {label: texts['walk-again'], run: () => session.walkAgain()}
  return {lines, ...(count > 0 && {actions: [again]}), ...(misfits.length > 0 && {isWarning: true})}
}

function otherVersion({session, words: {texts}}: NoticeContext): Notice | undefined {
  const lines = session.changes.map((change) =>
    change.kind === 'version'
      ? texts['runbook-changed']
      : fill(texts[change.kind], {title: change.title}),
  )
  return lines.length > 0 ? {lines, isWarning: true} : undefined
}

function fromOutside({place, words: {texts}, saveLog}: NoticeContext): Notice[] {
  const actions = {
    'storage-full': [{label: texts['log-json'], run: saveLog}],
    elsewhere: [{label: texts['join-other'], run: () => place.joinOther()}],
    forked: [],
  }
  return [...place.events].map((event) => ({
    lines: [texts[event]],
    actions: actions[event],
    isWarning: true,
  }))
}

function kept({session, place, words: {texts, language}}: NoticeContext): Notice | undefined {
  const {takenUp, earlier} = place
  const restart = {label: texts.restart, run: () => place.restart()}
  if (takenUp !== undefined) {
    const line = fill(texts['taken-up'], {time: timeInWords(takenUp, language)})
    return {lines: [line], actions: [restart]}
  }
  const [last] = earlier
  if (!last || session.log.entries.length > 0) return undefined
  const line = fill(texts.earlier, {
    count: last.log.legs.at(-1)?.answers.length ?? 0,
    time: timeInWords(lastUse(last.log), language),
  })
  return {lines: [line], actions: [{label: texts['earlier-join'], run: () => place.join(last)}]}
}
