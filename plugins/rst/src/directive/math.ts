import {Element, Text} from '../tree.ts'
import {blockAttributes} from './block-attributes.ts'
import {classes} from './convert/class.ts'
import {unchanged} from './convert/text.ts'
import {directive} from './spec.ts'

/** Blank lines separate formulas; a name belongs to the first of them. */
export const math = directive({
  name: 'math',
  doc: 'One or more formulas in LaTeX’s notation.',
  options: {class: classes, name: unchanged},
  content: 'required',
  run(call) {
    const formulas = call.content.toString().split('\n\n')
    return formulas.filter(Boolean).map((formula, index) => {
      const element = new Element('math_block', blockAttributes(call), [new Text(formula)])
      element.line = call.line
      if (index === 0) call.addName(element)
      else if (call.options.name !== undefined) element.attributes.name = call.options.name
      return element
    })
  },
})
