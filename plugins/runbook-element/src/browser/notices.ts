import {fill} from '../texts.ts'
import {element} from './element.ts'
import type {Session} from './session.ts'
import type {Words} from './words.ts'

/** What a responder must know before going on: what did not fit, and what changed underneath. */
export function notices(session: Session, {texts}: Words): HTMLElement[] {
  const changed = session.changes.map((change) =>
    change.kind === 'version'
      ? texts['runbook-changed']
      : fill(texts[change.kind], {title: change.title}),
  )
  const lines = [...session.misfits.map(({reason}) => reason), ...changed]
  if (lines.length === 0) return []
  const items = lines.map((line) => element('li', {}, line))
  return [element('ul', {class: 'alert', role: 'list'}, ...items)]
}
