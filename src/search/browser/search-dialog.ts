import {excerpt} from '../excerpt.ts'
import type {Hit, SearchIndex} from '../search-index.ts'
import type {SearchTexts} from '../texts.ts'

const limit = 12
const listId = 'handrail-search-results'

/**
 * The dialog of the search: a combobox whose options are links. The arrow keys move, Enter
 * follows, Escape closes and gives the focus back.
 */
export class SearchDialog {
  readonly #texts: SearchTexts
  readonly #addressOf: (hit: Hit) => string
  readonly #dialog = document.createElement('dialog')
  readonly #input = document.createElement('input')
  readonly #status = document.createElement('p')
  readonly #list = document.createElement('ul')
  #index: SearchIndex | undefined
  #options: HTMLAnchorElement[] = []
  #active = -1

  constructor(texts: SearchTexts, addressOf: (hit: Hit) => string) {
    this.#texts = texts
    this.#addressOf = addressOf
    this.#build()
    document.body.append(this.#dialog)
  }

  /** Shows the dialog; what it searches may come later. */
  open(index: Promise<SearchIndex>): void {
    if (this.#dialog.open) return
    this.#dialog.showModal()
    this.#input.select()
    if (!this.#index) this.#status.textContent = this.#texts.loading
    index.then(
      (loaded) => {
        this.#index = loaded
        this.#update()
      },
      () => (this.#status.textContent = this.#texts.failed),
    )
  }

  #build(): void {
    const {label, hint, close} = this.#texts
    this.#dialog.className = 'search-dialog'
    this.#dialog.ariaLabel = label
    setAttributes(this.#input, {
      type: 'search',
      role: 'combobox',
      placeholder: hint,
      'aria-label': label,
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-expanded': 'false',
      autocapitalize: 'off',
      autocomplete: 'off',
      spellcheck: 'false',
    })
    setAttributes(this.#list, {id: listId, role: 'listbox', 'aria-label': label})
    setAttributes(this.#status, {role: 'status'})
    const closing = document.createElement('button')
    setAttributes(closing, {type: 'button', class: 'search-close'})
    closing.textContent = close
    const bar = document.createElement('div')
    bar.className = 'search-bar'
    bar.append(this.#input, closing)
    this.#dialog.append(bar, this.#status, this.#list)
    closing.addEventListener('click', () => this.#dialog.close())
    this.#input.addEventListener('input', () => this.#update())
    this.#input.addEventListener('keydown', (event) => this.#onKey(event))
    this.#list.addEventListener('click', () => this.#dialog.close())
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close()
    })
  }

  #update(): void {
    const query = this.#input.value
    const hits = this.#index?.search(query, limit) ?? []
    this.#options = hits.map((hit, number) => this.#option(hit, query, number))
    this.#list.replaceChildren(...this.#options.map(inItem))
    this.#input.setAttribute('aria-expanded', String(hits.length > 0))
    if (this.#index) this.#status.textContent = this.#summary(query, hits.length)
    this.#activate(hits.length ? 0 : -1)
  }

  #summary(query: string, count: number): string {
    if (!query.trim()) return ''
    return count ? this.#texts.found.replace('{count}', String(count)) : this.#texts.none
  }

  #option(hit: Hit, query: string, number: number): HTMLAnchorElement {
    const {page, section} = hit
    const option = document.createElement('a')
    option.href = this.#addressOf(hit)
    setAttributes(option, {id: `${listId}-${number}`, role: 'option', tabindex: '-1'})
    const title = document.createElement('strong')
    title.textContent = section.heading || page.title
    const place = document.createElement('span')
    place.className = 'search-place'
    place.textContent = [this.#texts[page.shelf], section.heading && page.title]
      .filter(Boolean)
      .join(' · ')
    const text = document.createElement('span')
    text.className = 'search-excerpt'
    for (const {text: words, marked} of excerpt(section.text, query, hit.words)) {
      if (!marked) text.append(words)
      else text.append(Object.assign(document.createElement('mark'), {textContent: words}))
    }
    option.append(title, ' ', place, text)
    return option
  }

  #onKey(event: KeyboardEvent): void {
    const moves: Record<string, number> = {ArrowDown: 1, ArrowUp: -1}
    const move = moves[event.key]
    if (move && this.#options.length) {
      event.preventDefault()
      const count = this.#options.length
      this.#activate((this.#active + move + count) % count)
    } else if (event.key === 'Enter' && this.#active >= 0) {
      event.preventDefault()
      this.#options[this.#active]!.click()
    }
  }

  #activate(number: number): void {
    this.#options[this.#active]?.setAttribute('aria-selected', 'false')
    this.#active = number
    const option = this.#options[number]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({block: 'nearest'})
    if (option) this.#input.setAttribute('aria-activedescendant', option.id)
    else this.#input.removeAttribute('aria-activedescendant')
  }
}

function inItem(option: HTMLElement): HTMLLIElement {
  const item = document.createElement('li')
  item.role = 'none'
  item.append(option)
  return item
}

function setAttributes(target: HTMLElement, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value)
}
