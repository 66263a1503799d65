import type {BlockContent, DefinitionContent, Root} from 'mdast'
import type {MdxjsEsm, MdxJsxAttribute, MdxJsxFlowElement} from 'mdast-util-mdx'

/** `<name attribute="…">` around blocks. */
export function element(
  name: string,
  attributes: Record<string, string>,
  children: (BlockContent | DefinitionContent)[] = [],
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]): MdxJsxAttribute => {
      return {type: 'mdxJsxAttribute', name: key, value}
    }),
    children,
  }
}

/** Has the page import a component by name, as if its author had written the import. */
export function importDefault(tree: Root, name: string, source: string): void {
  const statement: MdxjsEsm = {
    type: 'mdxjsEsm',
    value: '',
    data: {
      estree: {
        type: 'Program',
        sourceType: 'module',
        comments: [],
        body: [
          {
            type: 'ImportDeclaration',
            attributes: [],
            source: {type: 'Literal', value: source, raw: JSON.stringify(source)},
            specifiers: [{type: 'ImportDefaultSpecifier', local: {type: 'Identifier', name}}],
          },
        ],
      },
    },
  }
  tree.children.push(statement)
}
