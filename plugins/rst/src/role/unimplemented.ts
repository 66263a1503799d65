import {role, type RoleSpec} from './spec.ts'

/** A role that docutils reserves and does not implement. */
function unimplemented(name: string, ...aliases: string[]): RoleSpec {
  return role({
    name,
    aliases,
    doc: 'Reserved, and not implemented.',
    run(call) {
      const message = call.report('unimplemented-role', {name: call.name})
      return {nodes: [call.problematic(message)], messages: [message]}
    },
  })
}

export const unimplementedRoles: readonly RoleSpec[] = [
  unimplemented('index', 'i'),
  unimplemented('named-reference'),
  unimplemented('anonymous-reference'),
  unimplemented('uri-reference', 'uri', 'url'),
  unimplemented('footnote-reference'),
  unimplemented('citation-reference'),
  unimplemented('substitution-reference'),
  unimplemented('target'),
  {...unimplemented('restructuredtext-unimplemented-role'), unlisted: true},
]
