import type {Element, Root} from 'hast'
import {fromHtml} from 'hast-util-from-html'
import {selectAll} from 'hast-util-select'
import {toText} from 'hast-util-to-text'

/** A built page, to be asked with selectors. */
export class BuiltPage {
  private readonly tree: Root

  constructor(html: string) {
    this.tree = fromHtml(html)
  }

  /** The texts of all elements that a selector finds. */
  texts(selector: string): string[] {
    return this.all(selector).map((element) => toText(element).replaceAll('\u200b', '').trim())
  }

  /** An attribute of all elements that a selector finds. */
  attributes(selector: string, name: string): string[] {
    return this.all(selector).map(({properties}) => String(properties[name]))
  }

  private all(selector: string): Element[] {
    return selectAll(selector, this.tree)
  }
}
