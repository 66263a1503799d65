import type {Property} from './property.ts'

export const answerable: Property = {
  id: 'P6',
  title: 'can be answered',
  doc: 'Every question is about what the responder was told to look at.',
  judge(moment) {
    if (moment.kind !== 'answered' || moment.unseen.length === 0) return undefined
    return `The answer depends on ${moment.unseen.join(', ')}, which nobody was told to look at.`
  },
}
