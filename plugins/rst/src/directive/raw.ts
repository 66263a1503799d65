import {words} from '../text/whitespace.ts'
import {Element, type Node, Text} from '../tree.ts'
import {checkBudget} from './budget.ts'
import {classes} from './convert/class.ts'
import {encoding} from './convert/encoding.ts'
import {path, uri} from './convert/text.ts'
import {failToRead, urlProblem} from './read-file.ts'
import {directive, type DirectiveCall, type OptionValues} from './spec.ts'

const options = {file: path, url: uri, encoding, class: classes}

type RawCall = DirectiveCall<OptionValues<typeof options>>

export const raw = directive({
  name: 'raw',
  doc: 'Text in the format of an output, from the content or a file; it is never fetched.',
  arguments: {required: 1, whitespace: true},
  options,
  content: true,
  run(call) {
    const {name} = call
    const {file, url} = call.options
    const external = file !== undefined || url !== undefined
    const {raw_enabled: enabled, file_insertion_enabled: insertion} = call.settings
    if (!enabled || (external && !insertion)) return call.fail('directive-disabled', {name})
    if (call.content.length > 0) {
      return external
        ? call.fail('content-and-file', {name})
        : [rawElement(call, call.content.toString())]
    }
    if (file !== undefined && url !== undefined) return call.fail('file-and-url', {name})
    if (file !== undefined) return fromFile(call, file)
    return url === undefined
      ? call.fail('directive-content', {name})
      : call.fail('url-unread', {name, url, problem: `URLError: ${urlProblem(url)}`})
  },
})

function fromFile(call: RawCall, path: string): Node[] {
  const file = call.load(path, call.options.encoding)
  if ('refusal' in file) return failToRead(call, file)
  return checkBudget(call, file.path, file.text) ?? [rawElement(call, file.text, file.path)]
}

function rawElement(call: RawCall, text: string, source?: string): Element {
  const format = words(call.arguments[0]!.toLowerCase()).join(' ')
  const element = new Element('raw', {format}, text === '' ? [] : [new Text(text)], call.line)
  if (source !== undefined) element.attributes['source'] = source
  if (call.options.class) element.attributes.classes = call.options.class
  return element
}
