import {Text} from '../tree.ts'
import {directive} from './spec.ts'
import {formatDate} from './strftime.ts'

/** `.. |today| date:: %d %B %Y` */
export const date = directive({
  name: 'date',
  doc: 'The day the document is built, in C’s notation for dates.',
  content: true,
  run(call) {
    if (call.substitution === undefined) {
      return call.fail('substitution-context', {name: call.name})
    }
    const format = call.content.toString() || '%Y-%m-%d'
    return [new Text(formatDate(format, call.settings.today ?? new Date()))]
  },
})
