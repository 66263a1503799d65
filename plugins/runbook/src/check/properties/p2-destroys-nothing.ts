import {nobodyChose, whyNotDestroy} from '../may-destroy.ts'
import type {Property} from './property.ts'

export const destroysNothing: Property = {
  id: 'P2',
  title: 'destroys nothing',
  doc: 'Acknowledged work is lost only by a block marked `destroy`, after its caution, with a snapshot or backup step before it, and when a human has chosen the host that loses; and no such block is carried out without that choice.',
  judge(moment) {
    if (moment.kind === 'waited' && moment.lost.length > 0 && !moment.context.destroyed) {
      return `Waiting loses ${moment.lost.length} acknowledged ${plural(moment.lost)}.`
    }
    if (moment.kind !== 'acted') return undefined
    const {block, context, line, lost} = moment
    if (lost.length === 0) {
      const unchosen = block.command.effect === 'destroy' && !context.chosen
      return unchosen ? `\`${line.text}\` on ${block.host} destroys: ${nobodyChose}.` : undefined
    }
    const missing = whyNotDestroy(block, context)
    if (missing === undefined) return undefined
    return `\`${line.text}\` on ${block.host} loses ${lost.length} acknowledged ${plural(lost)}: ${missing}.`
  },
}

function plural(lost: readonly string[]): string {
  return lost.length === 1 ? 'write' : 'writes'
}
