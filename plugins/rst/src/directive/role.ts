import {simpleNameEnd} from '../inline/characters.ts'
import {custom} from '../role/custom.ts'
import {trim} from '../text/whitespace.ts'
import {classes} from './convert/class.ts'
import {BlockRefusal, directive, Refusal} from './spec.ts'

/** `.. role:: name` or `.. role:: name(base)`, with the options that the base knows. */
export const role = directive({
  name: 'role',
  doc: 'A role of the document’s own, perhaps based on another one.',
  content: true,
  run(call) {
    const {name, content} = call
    const [first] = content.lines
    if (!first || content.offset > call.lineNumber) return call.fail('role-arguments', {name})
    const names = roleNames(first.text)
    if (!names) return call.fail('role-names', {name, value: first.text})
    const {role: base, messages} =
      names.base === undefined ? {role: custom, messages: []} : call.findRole(names.base)
    if (!base) return [...messages, ...call.fail('undefined-role', {name: names.base!})]
    const given = call.parseOptions(content.slice(1), {class: classes, ...base.options})
    if (given instanceof BlockRefusal) return [...messages, ...call.failBlock(given)]
    const own = given['class'] ?? classes(names.name)
    if (own instanceof Refusal) {
      return [...messages, ...call.fail('role-class', {name, problem: own.reason})]
    }
    const options = {...base.given, ...given, class: own}
    call.defineRole(names.name, {...base, name: names.name, aliases: [], given: options})
    return messages
  },
})

/** The names in `name` or `name(base)`. */
function roleNames(text: string): {name: string; base?: string} | undefined {
  const end = simpleNameEnd(text, 0)
  if (end === 0) return undefined
  const name = text.slice(0, end)
  const rest = trim(text.slice(end))
  if (rest === '') return {name}
  if (!rest.startsWith('(') || !rest.endsWith(')')) return undefined
  const base = trim(rest.slice(1, -1))
  return base !== '' && simpleNameEnd(base, 0) === base.length ? {name, base} : undefined
}
