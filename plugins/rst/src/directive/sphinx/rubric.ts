import {isElement} from '../../tree.ts'
import {choice} from '../convert/choice.ts'
import {rubric as docutilsRubric} from '../rubric.ts'
import {directive} from '../spec.ts'

/** docutils' rubric, which may be given the level of a heading. */
export const rubric = directive({
  ...docutilsRubric,
  options: {...docutilsRubric.options, 'heading-level': choice('1', '2', '3', '4', '5', '6')},
  run(call) {
    const nodes = docutilsRubric.run(call)
    const [element] = nodes
    const level = call.options['heading-level']
    if (isElement(element) && level !== undefined) {
      element.attributes['heading-level'] = Number(level)
    }
    return nodes
  },
})
