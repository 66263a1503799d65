import type {Nodes} from 'mdast'
import type {Attributes} from './dialect.ts'

type Picture = Extract<Nodes, {type: 'image' | 'figure'}>

/** What docutils' places mean to a browser. */
const places: Readonly<Record<string, Record<Picture['type'], string>>> = {
  'align-left': {image: 'float: left', figure: 'float: left'},
  'align-right': {image: 'float: right', figure: 'float: right'},
  'align-center': {image: 'display: block; margin-inline: auto', figure: 'text-align: center'},
  'align-top': {image: 'vertical-align: top', figure: ''},
  'align-middle': {image: 'vertical-align: middle', figure: ''},
  'align-bottom': {image: 'vertical-align: bottom', figure: ''},
}

/** The size and the place of a picture as attributes of HTML; nothing if it has none. */
export function lookOf({type, data}: Picture): Attributes | undefined {
  const {width, height, style, className} = data?.hProperties ?? {}
  const classes = [className ?? []].flat().map(String)
  const styles = [style ?? [], classes.map((name) => places[name]?.[type] ?? '')].flat()
  const look = {
    width: width === undefined ? undefined : String(width),
    height: height === undefined ? undefined : String(height),
    style: styles.filter(Boolean).join('; ') || undefined,
  }
  return Object.values(look).some(Boolean) ? look : undefined
}

/** Whether an address leads to a file of the site, and not to another one or its static files. */
export function isLocal(url: string): boolean {
  return !/^([a-z][a-z\d+.-]*:|\/|#)/i.test(url)
}
