import {role} from './spec.ts'

export const emphasis = role({
  name: 'emphasis',
  doc: 'Emphasized text, as `*text*`.',
  run: (call) => ({nodes: [call.element('emphasis', call.text)], messages: []}),
})
