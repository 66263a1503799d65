import type {Element} from '../tree.ts'
import {Text, textOf} from '../tree.ts'
import {Replacements} from './replacements.ts'
import type {Transform} from './spec.ts'
import {walk} from './walk.ts'

/** Removes messages below `report_level` and shows the text that was problematic to them as it is. */
export const filterMessages: Transform = {
  name: 'FilterMessages',
  priority: 870,
  doc: 'Removes messages below the report level.',
  apply(document) {
    const replacements = new Replacements()
    const removed = new Set<string>()
    const problematics: Element[] = []
    walk(document.tree, (element) => {
      if (element.type === 'problematic') problematics.push(element)
      if (element.type !== 'system_message') return
      if (Number(element.attributes['level']) >= document.settings.report_level) return
      for (const id of element.attributes.ids ?? []) {
        document.ids.delete(id)
        removed.add(id)
      }
      replacements.remove(element)
    })
    for (const element of problematics) {
      if (!removed.has(element.attributes.refid ?? '')) continue
      replacements.swap(element, [new Text(textOf(element))])
    }
    replacements.apply(document.tree)
    document.tree.children = document.tree.children.filter((child) => !isEmptySection(child))
  },
}

function isEmptySection(node: Element | Text): boolean {
  if (node.type !== 'section') return false
  const {attributes, children} = node as Element
  return children.length === 1 && attributes.classes?.includes('system-messages') === true
}
