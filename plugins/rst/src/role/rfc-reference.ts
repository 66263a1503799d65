import {integer} from '../directive/convert/number.ts'
import {unescape} from '../text/escape.ts'
import {classAttribute} from './class-attribute.ts'
import {role} from './spec.ts'

/** `` :rfc:`2822` `` or, with a place in the document, `` :rfc:`2822#section-3.4` ``. */
export const rfcReference = role({
  name: 'rfc-reference',
  aliases: ['rfc'],
  doc: 'A reference to an Internet Request for Comments by its number.',
  run(call) {
    const text = unescape(call.text)
    const hash = text.indexOf('#')
    const number = integer(hash < 0 ? text : text.slice(0, hash))
    if (typeof number !== 'number' || number < 1) {
      const message = call.report('rfc-number', {text: call.text})
      return {nodes: [call.problematic(message)], messages: [message]}
    }
    const section = hash < 0 ? '' : text.slice(hash)
    const refuri = `${call.settings.rfc_base_url}rfc${number}.html${section}`
    const attributes = {refuri, ...classAttribute(call)}
    return {nodes: [call.element('reference', `RFC ${number}`, attributes)], messages: []}
  },
})
