import {directive, type DirectiveSpec, Element} from '@handrail/rst'

/** A component of a site that pages in RST may use as a directive. */
export interface ComponentSpec {
  /** The module whose default export it is, as a page would import it. */
  from: string
  /** Names of its properties: the directive's options. All of them are text. */
  props?: readonly string[]
}

/** Directives, by name, that are components of the site. */
export type Components = Readonly<Record<string, ComponentSpec>>

/** `.. NAME::` with an option for each property, and content for the component's children. */
export function componentDirectives(components: Components = {}): DirectiveSpec[] {
  return Object.entries(components).map(([name, {from, props = []}]) =>
    directive({
      name,
      doc: `The component that is the default export of ${from}.`,
      options: Object.fromEntries(props.map((prop) => [prop, (text?: string) => text ?? ''])),
      content: true,
      run(call) {
        const element = new Element('unknown', {name}, [], call.line)
        element.data = {details: {...call.options}}
        call.parseBlocks(call.content, element)
        return [element]
      },
    }),
  )
}
