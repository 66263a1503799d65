import {Element, textElement} from '../tree.ts'
import type {BlockConstruct} from './construct.ts'
import {readFurtherItems} from './list-item.ts'
import {spacesEnd} from './marker.ts'
import type {Scope} from './scope.ts'

/** `-o, --option=ARG  description`: a list of command-line options. */
export const optionList: BlockConstruct = {
  name: 'option_list',
  starts: '-+/',
  recognise: markerLength,
  parse(scope, marker) {
    const list = new Element('option_list', {}, [], scope.line)
    const first = readItem(scope, list, marker)
    if (first === undefined) return false
    scope.add(list)
    const finish = readFurtherItems(scope, list, first, readFurtherItem)
    scope.warnUnindent('Option list', finish)
    return true
  },
}

function readFurtherItem(scope: Scope, list: Element): boolean | undefined {
  const marker = markerLength(scope.text)
  return marker < 0 ? undefined : readItem(scope, list, marker)
}

/** Reads an item; undefined if it has no description, with the cursor where it was. */
function readItem(scope: Scope, list: Element, marker: number): boolean | undefined {
  const {at, line} = scope
  const {block, blankFinish} = scope.indented({first: marker})
  if (block.length === 0) {
    scope.at = at
    return undefined
  }
  const group = new Element('option_group', {}, splitOptions(line.text.slice(0, marker)), line)
  const description = new Element('description', {}, [], line)
  list.children.push(new Element('option_list_item', {}, [group, description], line))
  scope.parseInto(description, block)
  return blankFinish
}

/** Options separated by comma and space, then two spaces and the description, or the line's end. */
function markerLength(text: string): number {
  let end = optionEnd(text, 0)
  while (end >= 0 && text.startsWith(', ', end)) {
    const next = optionEnd(text, end + 2)
    if (next < 0) break
    end = next
  }
  if (end < 0) return -1
  const after = spacesEnd(text, end)
  return after === text.length || after >= end + 2 ? after : -1
}

const shortOption = /[-+][a-zA-Z0-9](?: ?(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>))?/y
const longOption = /(?:--|\/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =](?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>))?/y

/** The end of an option with its argument, or -1. */
function optionEnd(text: string, at: number): number {
  for (const option of [shortOption, longOption]) {
    option.lastIndex = at
    if (option.test(text)) return option.lastIndex
  }
  return -1
}

/** The options of a marker: separated by comma and space, but not inside angle brackets. */
function splitOptions(marker: string): Element[] {
  const text = marker.trimEnd()
  const options: string[] = []
  let end = text.length
  let isInside = false
  for (let at = end - 1; at >= 0; at--) {
    if (text[at] === '>') isInside = true
    else if (text[at] === '<') isInside = false
    else if (!isInside && text.startsWith(', ', at)) {
      options.push(text.slice(at + 2, end))
      end = at
    }
  }
  return [...options, text.slice(0, end)].reverse().map(toOption)
}

/** `-o`, `-oARG`, `-o ARG`, `--option=ARG`, and arguments with spaces in angle brackets. */
function toOption(text: string): Element {
  const [first = '', ...rest] = text.split(/ +/)
  const {name, delimiter, start} = splitFirst(first)
  const argument = [...(start === undefined ? [] : [start]), ...rest].join(' ')
  const option = new Element('option', {}, [textElement('option_string', name)])
  if (argument) option.children.push(textElement('option_argument', argument, {delimiter}))
  return option
}

/** The option's name, what separates it from its argument, and the argument's start if it is here. */
function splitFirst(word: string): {name: string; delimiter: string; start?: string} {
  const equals = word.indexOf('=')
  if (equals >= 0)
    return {name: word.slice(0, equals), delimiter: '=', start: word.slice(equals + 1)}
  if (word.length > 2 && (word[0] === '+' || (word[0] === '-' && word[1] !== '-'))) {
    return {name: word.slice(0, 2), delimiter: '', start: word.slice(2)}
  }
  return {name: word, delimiter: ' '}
}
