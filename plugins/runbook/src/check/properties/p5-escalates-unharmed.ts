import type {Property} from './property.ts'

export const escalatesUnharmed: Property = {
  id: 'P5',
  title: 'escalates unharmed',
  doc: 'Where a runbook gives up, nothing was destroyed but by a block that P2 allows.',
  judge(moment) {
    if (moment.kind !== 'ended' || moment.outcome !== 'escalate' || !moment.context.harmed)
      return undefined
    return 'It gives up after acknowledged work was lost.'
  },
}
