import type {Property} from './property.ts'

export const evidence: Property = {
  id: 'P3',
  title: 'acts on evidence',
  doc: 'What is safe only in some states, such as a promotion, is preceded by evidence taken in this session that it is safe in this one.',
  judge(moment) {
    if (moment.kind !== 'acted' || moment.unproven.length === 0) return undefined
    const {block, line, unproven} = moment
    const wanted = [...new Set(unproven.map(({doc}) => doc))].join(' Or: ')
    return `\`${line.text}\` on ${block.host} without evidence. ${wanted}`
  },
}
