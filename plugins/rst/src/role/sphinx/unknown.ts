import {anyName} from '../../directive/spec.ts'
import {Text} from '../../tree.ts'
import {role} from '../spec.ts'
import {titledTarget} from './explicit-title.ts'

/**
 * Stands for all roles that are not known, such as those of extensions: the words that a reader is
 * meant to see are kept, the target behind them is not.
 */
export const unknownRole = role({
  name: anyName,
  doc: 'A role that is not known: a message, and its words as text.',
  run(call) {
    const message = call.report('undefined-role', {name: call.name})
    const words = call.element('inline', undefined, {classes: [call.name]})
    words.children.push(new Text(titledTarget(call.text).title))
    return {nodes: [words], messages: [message]}
  },
})
