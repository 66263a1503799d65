import {classes} from './convert/class.ts'
import {pending, pendingDetails} from './pending.ts'
import {directive} from './spec.ts'

export const targetNotes = directive({
  name: 'target-notes',
  doc: 'Footnotes with the addresses of all external targets.',
  options: {class: classes},
  run: (call) => [
    pending(call, 'docutils.transforms.references.TargetNotes', pendingDetails(call)),
  ],
})
