import {Line, Origin} from '../text/line.ts'
import {Source, splitLines, toLines} from '../text/source.ts'
import {directive} from './spec.ts'

export const include = directive({
  name: 'include',
  doc: 'Reads another file in place of the directive.',
  arguments: {required: 1, whitespace: true},
  options: {},
  run(call) {
    const file = call.load(call.arguments[0]!)
    if ('refusal' in file) {
      return call.fail('file-problem', {name: call.name, problem: file.refusal.reason})
    }
    const origin = new Origin(new Source(file.path, file.text), call.line)
    call.insertLines(toLines(splitLines(file.text), origin) satisfies Line[], file.path)
    return []
  },
})
