import type {TextId} from '../texts.ts'
import {element} from './element.ts'
import type {Panel, PanelContext} from './panel/panel.ts'

interface Tool {
  name: 'paste' | 'log' | 'map' | 'handover'
  load(): Promise<Panel>
}

/** What can be opened below a step. Loaded on use: the first answer must not wait for it. */
const tools: readonly Tool[] = [
  {name: 'paste', load: async () => (await import('./panel/paste-panel.ts')).pastePanel},
  {name: 'log', load: async () => (await import('./panel/log-panel.ts')).logPanel},
  {name: 'map', load: async () => (await import('./panel/map-panel.ts')).mapPanel},
  {name: 'handover', load: async () => (await import('./panel/handover-panel.ts')).handoverPanel},
]

/** A row of buttons, each of which opens and closes its panel; one is open at a time. */
export function toolRow(context: PanelContext): HTMLElement {
  const place = element('div', {class: 'panel', id: 'panel', hidden: true})
  const buttons = tools
    .filter(({name}) => name !== 'paste' || context.loadReader)
    .map((tool) => toolButton(tool, context, place))
  return element('div', {class: 'tools'}, element('div', {class: 'foot'}, ...buttons), place)
}

function toolButton({name, load}: Tool, context: PanelContext, place: HTMLElement): HTMLElement {
  const {texts, say} = context.words
  const button = element('button', {
    type: 'button',
    'data-tool': name,
    'aria-expanded': 'false',
    'aria-controls': 'panel',
  })
  button.append(texts[name satisfies TextId])
  button.addEventListener('click', () => void toggle())
  return button

  async function toggle(): Promise<void> {
    const open = button.getAttribute('aria-expanded') === 'true'
    for (const other of button.parentElement?.children ?? []) {
      other.setAttribute('aria-expanded', 'false')
    }
    place.hidden = true
    if (open) return
    try {
      place.replaceChildren((await load())(context))
      place.hidden = false
      button.setAttribute('aria-expanded', 'true')
    } catch {
      say(texts['tool-missing'])
    }
  }
}
