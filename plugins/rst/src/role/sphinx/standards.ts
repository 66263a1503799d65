import {integer} from '../../directive/convert/number.ts'
import {Text} from '../../tree.ts'
import {role, type RoleCall, type RoleSpec} from '../spec.ts'
import {titledTarget} from './explicit-title.ts'

/** A series of documents that are referred to by number. */
interface Series {
  name: 'pep' | 'rfc'
  doc: string
  title(target: string): string
  address(call: RoleCall<object>, number: number, anchor: string): string
}

const series: readonly Series[] = [
  {
    name: 'pep',
    doc: 'A Python Enhancement Proposal, or a place in it behind `#`.',
    title: (target) => `PEP ${target}`,
    address: ({settings}, number, anchor) =>
      `${settings.pep_base_url}pep-${String(number).padStart(4, '0')}/${anchor}`,
  },
  {
    name: 'rfc',
    doc: 'A Request for Comments, or a place in it behind `#`.',
    title: (target) => `RFC ${target}`,
    address: ({settings}, number, anchor) => `${settings.rfc_base_url}rfc${number}.html${anchor}`,
  },
]

export const standardsRoles: readonly RoleSpec[] = series.map((documents) =>
  role({
    name: documents.name,
    doc: documents.doc,
    run(call) {
      const {title, target, explicit} = titledTarget(call.text)
      const hash = target.indexOf('#')
      const number = integer(hash < 0 ? target : target.slice(0, hash))
      if (typeof number !== 'number') {
        const message = call.report(`${documents.name}-number`, {text: target})
        return {nodes: [call.problematic(message)], messages: [message]}
      }
      const refuri = documents.address(call, number, hash < 0 ? '' : target.slice(hash))
      const reference = call.element('reference', undefined, {refuri, classes: [documents.name]})
      const strong = call.element('strong')
      strong.children.push(new Text(explicit ? title : documents.title(target)))
      reference.children.push(strong)
      return {nodes: [reference], messages: []}
    },
  }),
)
