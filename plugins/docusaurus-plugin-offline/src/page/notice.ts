import type {Words} from '../words.ts'

/**
 * One line at the foot of the window. It takes no focus and covers nothing that could not be
 * scrolled to, so that it never comes between a responder and a step.
 */
export class Notice {
  readonly #words: Words
  readonly #aboutUrl: string
  readonly #element = document.createElement('aside')
  #hidden = ''

  constructor(words: Words, aboutUrl: string) {
    this.#words = words
    this.#aboutUrl = aboutUrl
    this.#element.className = 'offline-notice'
    this.#element.setAttribute('role', 'status')
    this.#element.hidden = true
    document.body.append(this.#element)
  }

  /** Shows a sentence, with a link to what is saved. */
  say(sentence: string): void {
    const link = document.createElement('a')
    link.href = this.#aboutUrl
    link.textContent = this.#words.about
    this.#show(sentence, link)
  }

  /** Shows a sentence, with something to be done about it. */
  offer(sentence: string, label: string, act: () => void): void {
    this.#show(sentence, button(label, act))
  }

  hush(): void {
    this.#element.hidden = true
  }

  #show(sentence: string, what: HTMLElement): void {
    const alreadySaid = !this.#element.hidden && this.#element.firstChild?.textContent === sentence
    if (alreadySaid || sentence === this.#hidden) return
    const text = document.createElement('span')
    text.textContent = sentence
    const hide = button(this.#words.hide, () => {
      this.#hidden = sentence
      this.hush()
    })
    this.#element.replaceChildren(text, what, hide)
    this.#element.hidden = false
  }
}

function button(label: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = label
  element.addEventListener('click', act)
  return element
}
