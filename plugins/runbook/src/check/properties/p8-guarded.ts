import type {Harm} from '../moment.ts'
import type {Property} from './property.ts'

export const guarded: Property = {
  id: 'P8',
  title: 'guarded',
  doc: 'A block that changes something on its host is refused on the other by its guard. Without the guard it is tried too: what would be lost is the step’s danger mark.',
  judge(moment) {
    if (moment.kind !== 'unguarded') return undefined
    const {block, harms} = moment
    const worst = harms.map(inWords).find((words) => words !== '') ?? ''
    return `A block for ${block.host} has no guard, as it says that it only reads.${worst}`
  },
}

function inWords({host, lost, stopsService, dangers}: Harm): string {
  const harm = [
    ...(lost.length > 0 ? ['acknowledged work would be lost'] : []),
    ...(stopsService ? ['the service would stop'] : []),
  ]
  return [...harm.map((one) => ` On ${host} ${one}.`), ...dangers.map((one) => ` ${one}`)].join('')
}
