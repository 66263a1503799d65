import {restoreBackslashes} from '../text/escape.ts'
import {Text} from '../tree.ts'
import {classAttribute} from './class-attribute.ts'
import {role} from './spec.ts'

export const math = role({
  name: 'math',
  doc: 'A formula in LaTeX’s notation.',
  run(call) {
    const element = call.element('math', undefined, classAttribute(call))
    element.children.push(new Text(restoreBackslashes(call.text)))
    return {nodes: [element], messages: []}
  },
})
