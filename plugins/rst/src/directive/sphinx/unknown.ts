import {fieldMarker} from '../../block/field-marker.ts'
import type {Lines} from '../../text/line.ts'
import {isBlank} from '../../text/whitespace.ts'
import {Element} from '../../tree.ts'
import {anyName, directive, type DirectiveCall} from '../spec.ts'

/**
 * Stands for all directives that are not known, such as those of extensions: their argument and
 * content are read as text, so that neither is lost. Their options say nothing here.
 */
export const unknown = directive({
  name: anyName,
  doc: 'A directive that is not known: a message, and its argument and content as text.',
  content: true,
  run(call) {
    const message = call.fail('undefined-directive', {name: call.name})
    if (call.substitution !== undefined) return message
    const element = new Element('unknown', {name: call.name}, [], call.line)
    const {argument, body} = partsOf(call)
    if (argument.length > 0) {
      const {nodes, messages} = call.parseInline(argument)
      element.children.push(new Element('paragraph', {}, nodes, call.line), ...messages)
    }
    call.parseBlocks(body, element, {titles: true})
    return [...message, element]
  },
})

/** What stands behind the marker up to a blank line or an option, and what follows these. */
function partsOf({content, line}: DirectiveCall<object>): {argument: Lines; body: Lines} {
  const {lines, length} = content
  const blank = lines.findIndex(({text}) => isBlank(text))
  const head = blank < 0 ? length : blank
  const firstOption = lines.findIndex(({text}) => fieldMarker(text) !== undefined)
  const options = firstOption < 0 || firstOption > head ? head : firstOption
  const hasArgument = !line.text.endsWith('::')
  const isHeadContent = !hasArgument && options > 0
  return {
    argument: content.slice(0, hasArgument ? options : 0),
    body: content.slice(isHeadContent ? 0 : head),
  }
}
