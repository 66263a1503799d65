type Child = Node | string | undefined | false

interface Properties {
  [name: string]: string | number | boolean | undefined | ((event: Event) => void)
}

/**
 * Makes an element. A function is a listener (`onclick`), `true` an attribute without a value;
 * `false` and `undefined` leave the attribute out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value)
    else if (value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? '' : String(value))
    }
  }
  made.append(...children.filter((child) => child !== undefined && child !== false))
  return made
}
