import {Text} from '../../tree.ts'
import {role, type RoleSpec} from '../spec.ts'
import {titledTarget} from './explicit-title.ts'

/**
 * Roles by name, as in `extlinks` of Sphinx' conf.py: the address that a role leads to and the
 * words it shows, both with `%s` where its text goes. Without words it shows the address; words
 * without `%s` stand before the text.
 */
export type ExternalLinks = Readonly<
  Record<string, readonly [address: string, words?: string | null]>
>

/** A role for each kind of link: `` :issue:`12` ``, or `` :issue:`this one <12>` ``. */
export function externalLinkRoles(links: ExternalLinks = {}): RoleSpec[] {
  return Object.entries(links).map(([name, [address, words]]) =>
    role({
      name,
      doc: `A link to ${address}`,
      run(call) {
        const {title, target, explicit} = titledTarget(call.text)
        const refuri = filled(address, target)
        const reference = call.element('reference', undefined, {refuri})
        const shown = explicit ? title : words ? filled(words, target) : refuri
        reference.children.push(new Text(shown))
        return {nodes: [reference], messages: []}
      },
    }),
  )
}

/** Python's `%`, for one text; `%%` is a sign of per cent. */
function filled(pattern: string, text: string): string {
  const isPrefix = !/%s/.test(pattern)
  const result = pattern.replace(/%[%s]/g, (sign) => (sign === '%s' ? text : '%'))
  return isPrefix ? result + text : result
}
