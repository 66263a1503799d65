import {type Hit, SearchIndex} from '../search-index.ts'
import type {SearchTexts} from '../texts.ts'
import {loadPages} from './load-pages.ts'
import {SearchDialog} from './search-dialog.ts'

/**
 * The search of every page, one classic script without a framework: it works before the rest of
 * the page does, offline, and on pages that are opened from a disk.
 */
const folder = new URL('.', (document.currentScript as HTMLScriptElement).src)
const onDisk = folder.protocol === 'file:'

let index: Promise<SearchIndex> | undefined
let dialog: SearchDialog | undefined

function open(button: HTMLElement): void {
  index ??= loadPages(folder).then((pages) => new SearchIndex(pages))
  index.catch(() => (index = undefined))
  dialog ??= new SearchDialog(JSON.parse(button.dataset['search']!) as SearchTexts, addressOf)
  dialog.open(index)
}

/** The folder of the search lies in the root of the site. */
function addressOf({page, section}: Hit): string {
  const file = onDisk ? [page.path, 'index.html'].filter(Boolean).join('/') : page.path
  const address = new URL(`../${file}`, folder)
  address.hash = section.id
  return address.href
}

function isTyping({target}: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName)
}

function opensSearch(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k') return (event.ctrlKey || event.metaKey) && !event.altKey
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  return event.key === '/' && plain && !isTyping(event)
}

document.addEventListener('click', ({target}) => {
  const button = target instanceof Element && target.closest<HTMLElement>('[data-search]')
  if (button) open(button)
})

document.addEventListener('keydown', (event) => {
  const button = document.querySelector<HTMLElement>('[data-search]')
  if (!button || !opensSearch(event)) return
  event.preventDefault()
  open(button)
})
