import {type Element, textOf} from '../tree.ts'
import type {PageData} from '../resolve/pages/data.ts'
import type {NodeSpec} from './spec.ts'
import {nothing} from './spec.ts'

/** The bibliographic elements at the top of a document, as data. */
export function docinfoOf(tree: Element): PageData {
  const docinfo = tree.children.find((child) => child.type === 'docinfo')
  const fields = ((docinfo as Element | undefined)?.children ?? []) as Element[]
  return Object.fromEntries(
    fields.map((field) => {
      if (field.type === 'authors') return ['authors', field.children.map(textOf)]
      if (field.type !== 'field') return [field.type, textOf(field)]
      return [textOf(field.children[0]!), bodyText(field.children[1] as Element)]
    }),
  )
}

/** The text of a field, without what there is to say about it: `:slug: /` could be an overline. */
function bodyText({children}: Element): string {
  return children
    .filter(({type}) => type !== 'system_message')
    .map(textOf)
    .join('\n\n')
}

const names = [
  ...['docinfo', 'author', 'authors', 'organization', 'address', 'contact', 'version', 'revision'],
  ...['status', 'date', 'copyright'],
]

export const bibliographySpecs: readonly NodeSpec[] = names.map((type) => ({
  type,
  becomes: 'the root’s `data.docinfo`',
  handle: nothing,
}))
