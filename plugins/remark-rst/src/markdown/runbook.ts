import type {Root} from 'mdast'
import type {LeafDirective} from 'mdast-util-directive'
import {complainAbout} from './complain.ts'
import type {Part, Reading} from './part.ts'
import type {WrittenDirective} from './written-directive.ts'

/** `.. runbook:: NAME` with its option `:start: STEP`: the node that `::runbook{…}` would be. */
export function runbookReference(
  {argument, options, range}: WrittenDirective,
  part: Part,
  reading: Reading,
): Root {
  const attributes: Record<string, string> = {name: argument}
  for (const {name, value} of options) {
    if (name === 'start') attributes['start'] = value
    else complainAbout('directive-option', {name: 'runbook', option: name}, range, part, reading)
  }
  const node: LeafDirective = {type: 'leafDirective', name: 'runbook', attributes, children: []}
  return {type: 'root', children: [node]}
}
