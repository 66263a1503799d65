import type {Property} from './property.ts'

export const ends: Property = {
  id: 'P1',
  title: 'ends',
  doc: 'Followed with honest answers, a runbook ends in an outcome: no answer is missing, nothing goes round but a declared wait, which is left at its limit, and one extra round where roles are exchanged, which is followed once.',
  judge(moment) {
    switch (moment.kind) {
      case 'answered':
        return moment.isAnswered ? undefined : 'None of the answers fits what is seen.'
      case 'looped':
        return 'The same step comes again and nothing has changed.'
      case 'unbound':
        return `Nothing says which host ${moment.role} is.`
      case 'left':
        return `“${moment.choice.words}” leads to ${moment.choice.target.runbook ?? 'a step'}, which is not there.`
      default:
        return undefined
    }
  },
}
