import {directive} from './spec.ts'

export const defaultRole = directive({
  name: 'default-role',
  doc: 'The role of interpreted text that names none; without an argument, docutils’ own again.',
  arguments: {optional: 1},
  run(call) {
    const [name] = call.arguments
    if (name === undefined) {
      call.defineRole('', call.findRole('title-reference').role!)
      return []
    }
    const {role, messages} = call.findRole(name)
    if (!role) return [...messages, ...call.fail('undefined-role', {name})]
    call.defineRole('', role)
    return messages
  },
})
