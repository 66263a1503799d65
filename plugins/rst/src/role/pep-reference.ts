import {integer} from '../directive/convert/number.ts'
import {unescape} from '../text/escape.ts'
import {classAttribute} from './class-attribute.ts'
import {role} from './spec.ts'

export const pepReference = role({
  name: 'pep-reference',
  aliases: ['pep'],
  doc: 'A reference to a Python Enhancement Proposal by its number.',
  run(call) {
    const number = integer(unescape(call.text))
    if (typeof number !== 'number' || number < 0 || number > 9999) {
      const message = call.report('pep-number', {text: call.text})
      return {nodes: [call.problematic(message)], messages: [message]}
    }
    const refuri = `${call.settings.pep_base_url}pep-${String(number).padStart(4, '0')}`
    const attributes = {refuri, ...classAttribute(call)}
    return {nodes: [call.element('reference', `PEP ${call.text}`, attributes)], messages: []}
  },
})
