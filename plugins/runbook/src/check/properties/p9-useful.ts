import type {Property} from './property.ts'

export const useful: Property = {
  id: 'P9',
  title: 'useful',
  doc: 'Triage covers every state, and from every state that operators could repair without losing acknowledged work it leads to `Done:` or `Serving:`, whatever happens on the way, unless a responder decides to give up.',
  judge(moment) {
    if (moment.kind === 'uncovered')
      return 'No condition under `covers` holds of a state that can come about.'
    if (moment.kind !== 'unrepaired') return undefined
    if (moment.repair.length === 0) return 'It gives up although the service is up.'
    return `It gives up where ${moment.repair.length} steps restore the service: ${moment.repair.join(', ')}.`
  },
}
