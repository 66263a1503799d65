import type {Attributes} from '../tree.ts'
import type {DirectiveCall} from './spec.ts'

/**
 * The attributes that docutils makes out of a directive's common options: the classes and, within
 * a substitution definition, the name being defined as alternative text.
 */
export function blockAttributes(call: DirectiveCall<{class?: string[]}>): Attributes {
  const attributes: Attributes = {}
  if (call.options.class) attributes.classes = [...call.options.class]
  if (call.substitution !== undefined) attributes['alt'] = call.substitution
  return attributes
}
