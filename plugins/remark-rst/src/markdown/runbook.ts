import type {Root} from 'mdast'
import type {LeafDirective} from 'mdast-util-directive'
import {complainAbout} from './complain.ts'
import type {Part, Reading} from './part.ts'
import type {WrittenDirective} from './written-directive.ts'

/**
 * `.. runbook:: NAME` with its option `:start: STEP`, and `.. rehearsal:: NAME`: the node that
 * `::runbook{…}` would be.
 */
export function runbookReference(
  {name: directive, argument, options, range}: WrittenDirective,
  part: Part,
  reading: Reading,
): Root {
  const attributes: Record<string, string> = argument === '' ? {} : {name: argument}
  for (const {name, value} of options) {
    if (name === 'start' && directive === 'runbook') attributes['start'] = value
    else complainAbout('directive-option', {name: directive, option: name}, range, part, reading)
  }
  const node: LeafDirective = {type: 'leafDirective', name: directive, attributes, children: []}
  // Only the site shows it: paper has nothing to type into.
  if (directive === 'rehearsal') node.data = {hName: 'div'}
  return {type: 'root', children: [node]}
}
