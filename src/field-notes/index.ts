import './field-notes.css'

/**
 * In a sample of class `field-sample` every field is a link to the row that explains it. With a
 * mouse or the keyboard the explanation also shows beside the field, with a finger instead of the
 * jump. Without script the links remain.
 */
const noteId = 'field-note'

function fieldOf({target}: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest('.field-sample a[href^="#"]') : null
}

function explanation(field: HTMLAnchorElement): string | undefined {
  const target = document.getElementById(decodeURIComponent(field.hash.slice(1)))
  return target?.closest('tr')?.lastElementChild?.textContent ?? undefined
}

function note(): HTMLElement {
  return document.getElementById(noteId) ?? document.body.appendChild(newNote())
}

function newNote(): HTMLElement {
  return Object.assign(document.createElement('div'), {id: noteId, role: 'tooltip', hidden: true})
}

function show(field: HTMLAnchorElement): void {
  const text = explanation(field)
  if (text === undefined) return
  const shown = note()
  shown.textContent = text
  shown.hidden = false
  const {left, bottom} = field.getBoundingClientRect()
  const room = document.documentElement.clientWidth - shown.offsetWidth - 8
  shown.style.left = `${Math.max(8, Math.min(left, room))}px`
  shown.style.top = `${bottom + window.scrollY + 4}px`
  field.setAttribute('aria-describedby', noteId)
}

function hide(): void {
  const shown = document.getElementById(noteId)
  if (shown) shown.hidden = true
}

/** The pointer may move from a field onto its note, to read or to select. */
function onPointer(event: Event): void {
  const field = fieldOf(event)
  if (field) show(field)
  else if (!(event.target as Element).closest(`#${noteId}`)) hide()
}

function onClick(event: MouseEvent): void {
  const isTap = (event as PointerEvent).pointerType === 'touch'
  const field = fieldOf(event)
  if (!field || !isTap) return
  event.preventDefault()
  show(field)
}

if (typeof document !== 'undefined') {
  document.addEventListener('pointerover', onPointer)
  document.addEventListener('focusin', onPointer)
  document.addEventListener('click', onClick, {capture: true})
  document.addEventListener('keydown', ({key}) => key === 'Escape' && hide())
}
