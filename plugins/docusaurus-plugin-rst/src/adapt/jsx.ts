import type {BlockContent, DefinitionContent, PhrasingContent, Root} from 'mdast'
import type {MdxjsEsm, MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement} from 'mdast-util-mdx'

/** MDX puts no component of the theme in the place of an element that an author wrote as JSX. */
const asWritten = {data: {_mdxExplicitJsx: true} as object}

/** `<name attribute="…">` around blocks. */
export function element(
  name: string,
  attributes: Record<string, string>,
  children: (BlockContent | DefinitionContent)[] = [],
): MdxJsxFlowElement {
  return {
    ...asWritten,
    type: 'mdxJsxFlowElement',
    name,
    attributes: attributeList(attributes),
    children,
  }
}

/** The same within a text. */
export function inlineElement(
  name: string,
  attributes: Record<string, string>,
  children: PhrasingContent[] = [],
): MdxJsxTextElement {
  return {
    ...asWritten,
    type: 'mdxJsxTextElement',
    name,
    attributes: attributeList(attributes),
    children,
  }
}

function attributeList(attributes: Record<string, string>): MdxJsxAttribute[] {
  return Object.entries(attributes).map(([name, value]) => ({type: 'mdxJsxAttribute', name, value}))
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
