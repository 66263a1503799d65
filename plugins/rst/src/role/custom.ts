import {classAttribute} from './class-attribute.ts'
import {role} from './spec.ts'

/** What a role is based on if its `.. role::` directive names nothing else. */
export const custom = role({
  name: '',
  doc: 'Text with the classes of a role.',
  run: (call) => ({nodes: [call.element('inline', call.text, classAttribute(call))], messages: []}),
})
