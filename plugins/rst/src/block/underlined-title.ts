import {trimEnd} from '../text/whitespace.ts'
import {type Element, textElement} from '../tree.ts'
import type {SecondLine} from './construct.ts'
import {isAdornment} from './marker.ts'
import type {Scope} from './scope.ts'
import {isWider, openSection} from './section.ts'

/** A line of text with an adornment of one punctuation character under it. */
export const underlinedTitle: SecondLine = {
  name: 'title',
  recognise: isAdornment,
  parse(scope) {
    const line = scope.lines[scope.at - 1]!
    const title = trimEnd(line.text)
    const underline = trimEnd(scope.text)
    const short = isWider(title, underline)
    if (short && underline.length < 4) {
      if (scope.titles) scope.add(scope.report('underline-short-text', {}))
      return false
    }
    const messages = short ? [tooShort(scope)] : []
    if (!scope.titles) {
      scope.addAll([
        ...messages,
        scope.reportOwn('title-unexpected', {}, scope.at, [source(scope)]),
      ])
      return true
    }
    openSection(scope, {
      line,
      number: scope.number - 1,
      source: `${title}\n${underline}`,
      style: underline[0]!,
      messages,
    })
    return true
  },
}

function tooShort(scope: Scope): Element {
  return scope.report('underline-short', {}, scope.at, [source(scope)])
}

function source(scope: Scope): Element {
  return textElement('literal_block', `${scope.lines[scope.at - 1]!.text}\n${scope.text}`)
}
