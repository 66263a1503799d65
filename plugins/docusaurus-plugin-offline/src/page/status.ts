import type {CopyState} from '../protocol.ts'
import type {Words} from '../words.ts'
import {askServer, askWorker} from './ask.ts'
import {inWords} from './in-words.ts'

/**
 * Fills the place for the state of the copy, if this page has one, now and whenever the component
 * says that it is on the page: a reader comes to it without loading this script again.
 */
export function showStatus(words: Words, base: string): void {
  const fill = () => {
    const place = document.querySelector<HTMLElement>('[data-offline-status]')
    if (place) void fillIn(place, words, base)
  }
  fill()
  document.addEventListener('offline-status', fill)
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({data}) => data?.type === 'copy' && fill())
}

async function fillIn(place: HTMLElement, words: Words, base: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return place.replaceChildren(paragraph(words.unsupported))
  const copy = await askWorker('state', base)
  if (!copy) return place.replaceChildren(paragraph(words.none))
  const sentences = [
    inWords(words.copy, copy.version),
    await aboutServer(copy, words, base),
    inWords(words.held, await figures(copy)),
    ...(copy.full ? [words.full] : []),
  ]
  const save = button(words.save, () => void askWorker('fill', base))
  const drop = button(words.drop, () => {
    void askWorker('drop', base).then(() => location.reload())
  })
  const complete = copy.held === copy.wanted
  place.replaceChildren(...sentences.map(paragraph), ...(complete ? [] : [save]), drop)
}

async function aboutServer({version}: CopyState, words: Words, base: string): Promise<string> {
  const server = await askServer(base)
  if (!server) return words.unreachable
  return server.build === version.build ? words.same : inWords(words.other, server)
}

async function figures({held, wanted}: CopyState): Promise<Record<string, string>> {
  const {usage = 0} = (await navigator.storage?.estimate()) ?? {}
  return {held: String(held), wanted: String(wanted), size: (usage / 1e6).toFixed(1)}
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p')
  element.textContent = text
  return element
}

function button(label: string, act: () => void): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'button button--secondary margin-right--sm'
  element.textContent = label
  element.addEventListener('click', act)
  return element
}
