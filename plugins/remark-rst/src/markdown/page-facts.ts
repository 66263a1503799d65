import type {PageFacts} from '@handrail/rst'
import type {Heading, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import {parse as parseYaml} from 'yaml'
import type {Definitions} from '../definitions.ts'
import {quoteTokens} from './front-matter.ts'
import {resolveText} from './tokens.ts'

/** What other pages may ask about a Markdown page: its title. */
export function markdownFacts(tree: Root, definitions: Definitions): PageFacts {
  const heading = tree.children.find((node): node is Heading => node.type === 'heading')
  const own = heading?.depth === 1 ? toString(heading) : yamlFields(tree)['title']
  const title = typeof own === 'string' ? {title: resolveText(own, definitions)} : {}
  return {...title, labels: [], objects: []}
}

/** The fields of a front matter; none if it is no record, or no YAML. */
export function yamlFields({children: [first]}: Root): Record<string, unknown> {
  if (first?.type !== 'yaml') return {}
  try {
    const fields: unknown = parseYaml(quoteTokens(first.value))
    return typeof fields === 'object' && fields && !Array.isArray(fields) ? {...fields} : {}
  } catch {
    return {}
  }
}
