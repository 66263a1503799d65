import {indexTerms} from '../../directive/sphinx/index-entries.ts'
import {Text} from '../../tree.ts'
import {role} from '../spec.ts'
import {titledTarget} from './explicit-title.ts'

/** `` :index:`term` `` or `` :index:`shown text <pair: term; subterm>` `` */
export const indexEntry = role({
  name: 'index',
  doc: 'Text that is an entry of the index.',
  run(call) {
    const {title, target, explicit} = titledTarget(call.text)
    const entry = call.element('index')
    const entries = explicit ? indexTerms(target) : [target.replace(/^!/, '')]
    entry.data = {details: {entries}}
    const text = explicit ? title : title.replace(/^!/, '')
    return {nodes: [entry, new Text(text)], messages: []}
  },
})
