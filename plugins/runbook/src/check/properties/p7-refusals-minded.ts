import type {Property} from './property.ts'

export const refusalsMinded: Property = {
  id: 'P7',
  title: 'minds refusals',
  doc: 'No command can be refused in a state that reaches it without a choice for the refusal.',
  judge(moment) {
    if (moment.kind !== 'answered' || moment.mindsRefusal) return undefined
    const first = moment.refusals[0]
    if (!first) return undefined
    return `\`${first.text}\` on ${first.host} is refused (${first.code} ${first.reason}), and there is no choice for that.`
  },
}
