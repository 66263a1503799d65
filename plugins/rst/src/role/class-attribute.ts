import type {Attributes} from '../tree.ts'
import type {RoleCall} from './spec.ts'

/** The attribute that the classes of a role become; each element has an array of its own. */
export function classAttribute(call: RoleCall<{class?: string[]}>): Attributes {
  const {class: names} = call.options
  return names ? {classes: [...names]} : {}
}
