import {integer} from './convert/number.ts'
import {unchangedRequired} from './convert/text.ts'
import {pending, pendingDetails} from './pending.ts'
import {directive} from './spec.ts'

export const sectnum = directive({
  name: 'sectnum',
  aliases: ['section-numbering'],
  doc: 'Numbers for the sections.',
  options: {
    depth: integer,
    start: integer,
    prefix: unchangedRequired,
    suffix: unchangedRequired,
  },
  run: (call) => [pending(call, 'docutils.transforms.parts.SectNum', pendingDetails(call))],
})
