import type {Property} from './property.ts'

export const guarded: Property = {
  id: 'P8',
  title: 'guarded',
  doc: 'A block that changes something on its host is refused on the other by its guard. Without the guard it is tried too: what would be lost is the step’s danger mark.',
  judge(moment) {
    if (moment.kind !== 'mistaken' || moment.block.command.effect !== 'read') return undefined
    const {block, harm} = moment
    const harms = [
      ...harm.dangers,
      ...(harm.lost.length > 0 ? ['Data would be lost.'] : []),
      ...(harm.stopsService ? ['The service would stop.'] : []),
    ]
    return `A block for ${block.host} has no guard, as it says that it only reads. On ${harm.host}: ${harms.join(' ') || 'it would act too.'}`
  },
}
