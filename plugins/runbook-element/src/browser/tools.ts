import {element} from './element.ts'
import type {Part} from './names-bar.ts'
import type {Panel, PanelContext, PanelName} from './panel/panel.ts'

/** What can be opened beside a step. Loaded on use: the first answer must not wait for it. */
const panels: Readonly<Record<PanelName, () => Promise<Panel>>> = {
  misfit: async () => (await import('./panel/misfit-panel.ts')).misfitPanel,
  paste: async () => (await import('./panel/paste-panel.ts')).pastePanel,
  log: async () => (await import('./panel/log-panel.ts')).logPanel,
  map: async () => (await import('./panel/map-panel.ts')).mapPanel,
  handover: async () => (await import('./panel/handover-panel.ts')).handoverPanel,
  help: async () => (await import('./panel/help-panel.ts')).helpPanel,
}

/** The panels that open below the step, and the buttons that open them; one is open at a time. */
export class Tools implements Part {
  readonly node: HTMLElement
  private readonly context: PanelContext
  private readonly place = element('section', {class: 'panel', id: 'panel', hidden: true})
  private readonly made = new Map<PanelName, Part>()
  private readonly buttons = new Map<PanelName, HTMLButtonElement>()
  private opened: PanelName | undefined

  constructor(context: PanelContext) {
    this.context = context
    const {texts} = context.words
    const names = (['paste', 'log', 'map', 'handover', 'help'] as const).filter(
      (name) => name !== 'paste' || context.loadReader,
    )
    const row = names.map((name) => this.button(name, texts[name]))
    this.node = element(
      'div',
      {class: 'tools'},
      element('div', {class: 'row', role: 'group', 'aria-label': texts.tools}, ...row),
      this.place,
    )
    this.node.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.opened) this.close(this.opened)
    })
  }

  /** A button that opens a panel, wherever it stands. */
  button(name: PanelName, label: string): HTMLButtonElement {
    const onclick = (): void => {
      if (this.opened === name) this.close(name)
      else void this.open(name, name === 'misfit' || name === 'paste')
    }
    const properties = {type: 'button', 'data-tool': name, 'aria-expanded': 'false', onclick}
    const button = element('button', {...properties, 'aria-controls': 'panel'}, label)
    this.buttons.set(name, button)
    return button
  }

  /** Opens a panel once its script is there, unless another was asked for meanwhile. */
  async open(name: PanelName, focus: boolean): Promise<void> {
    this.opened = name
    this.mark()
    try {
      const part = this.made.get(name) ?? (await panels[name]())(this.context)
      this.made.set(name, part)
      if (this.opened !== name) return
      this.show(name, part)
      if (focus) part.node.querySelector<HTMLElement>('[data-first]')?.focus()
    } catch {
      if (this.opened === name) this.hide()
      this.context.words.say(this.context.words.texts['tool-missing'])
    }
  }

  update(): void {
    if (this.opened) this.made.get(this.opened)?.update()
  }

  private show(name: PanelName, {node, update}: Part): void {
    this.place.replaceChildren(node)
    this.place.setAttribute('aria-label', this.context.words.texts[name])
    this.place.hidden = false
    update()
  }

  private hide(): void {
    this.opened = undefined
    this.place.hidden = true
    this.mark()
  }

  private close(name: PanelName): void {
    this.hide()
    this.buttons.get(name)?.focus()
  }

  private mark(): void {
    for (const [name, button] of this.buttons) {
      button.setAttribute('aria-expanded', String(name === this.opened))
    }
  }
}
