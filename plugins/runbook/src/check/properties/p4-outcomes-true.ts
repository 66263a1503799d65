import type {Property} from './property.ts'

export const outcomesTrue: Property = {
  id: 'P4',
  title: 'outcomes are true',
  doc: 'At `Done:` the service is up, the data is in both places and a failure would be answered; at `Serving:` the service is up.',
  judge(moment) {
    if (moment.kind !== 'ended' || moment.outcome === 'escalate') return undefined
    const {served, redundant, standby} = moment.verdict
    if (!served) return 'The service is not up.'
    if (moment.outcome === 'serving') return undefined
    if (!redundant) return 'The data is in one place only.'
    return standby ? undefined : 'A failure would not be answered: there is no standby.'
  },
}
