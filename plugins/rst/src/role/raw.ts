import {unchanged} from '../directive/convert/text.ts'
import {restoreBackslashes} from '../text/escape.ts'
import {type Element, Text} from '../tree.ts'
import {classAttribute} from './class-attribute.ts'
import {role, type RoleCall, type RoleResult} from './spec.ts'

/** Only roles that are based on it, with a format, can be used. */
export const raw = role({
  name: 'raw',
  doc: 'The base of roles for text in the format of an output.',
  options: {format: unchanged},
  run(call) {
    const {format} = call.options
    const {name, document} = call
    if (!call.settings.raw_enabled) {
      return refuse(call, call.report('raw-role-disabled', {name}, document.reporter.currentLine()))
    }
    if (format === undefined) return refuse(call, call.report('raw-role-format', {name}))
    const element = call.element('raw', undefined, {format, ...classAttribute(call)})
    element.children.push(new Text(restoreBackslashes(call.text)))
    return {nodes: [element], messages: []}
  },
})

function refuse(call: RoleCall<object>, message: Element): RoleResult {
  return {nodes: [call.problematic(message)], messages: [message]}
}
