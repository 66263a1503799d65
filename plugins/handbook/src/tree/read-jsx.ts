import type {Element} from './open-markup.ts'
import type {AnyNode, JsxAttribute, JsxElement} from './nodes.ts'

/** Reads a JSX element of MDX; attributes that are expressions give the string they hold, if any. */
export function readJsx(node: JsxElement, children: readonly AnyNode[]): Element {
  const pairs = node.attributes.flatMap((attribute) =>
    attribute.name ? [[attribute.name, attributeText(attribute)]] : [],
  )
  return {
    name: node.name ?? '',
    attributes: Object.fromEntries(pairs) as Record<string, string>,
    children,
    origin: node,
  }
}

/** `"x"`, `{'x'}`, `{require('./x.png').default}` and `{useBaseUrl('/x.png')}` all say `x…`. */
function attributeText(attribute: JsxAttribute): string {
  const {value} = attribute
  if (typeof value === 'string' || !value) return value ?? ''
  return /^[^"'`]*(["'`])(.*?)\1[^"'`]*$/s.exec(value.value)?.[2] ?? value.value
}
