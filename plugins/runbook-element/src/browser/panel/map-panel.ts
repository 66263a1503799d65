import {type GraphItem, graphList, graphOf} from '@handrail/runbook/graph'
import {graphSvg} from '@handrail/runbook/graph-svg'
import {element} from '../element.ts'
import type {Part} from '../names-bar.ts'
import type {Session} from '../session.ts'
import type {PanelContext} from './panel.ts'

/** The map of the runbook, drawn and as a nested list, with the path walked in both. */
export function mapPanel(context: PanelContext): Part {
  const {session, words} = context
  const {texts} = words
  const graph = graphOf(session.plan)
  const svg = new DOMParser().parseFromString(graphSvg(graph), 'image/svg+xml').documentElement
  const drawing = element(
    'div',
    {class: 'drawing', tabindex: 0, role: 'group', 'aria-label': texts['map-label']},
    document.importNode(svg, true),
  )
  const items = graphList(graph)
  const list = element('ul', {role: 'list'})
  const nested = element('details', {open: true}, element('summary', {}, texts['map-list']), list)
  return {
    node: element('nav', {'aria-label': texts['map-label'], class: 'map'}, drawing, nested),
    update() {
      const path = pathOf(session)
      markDrawing(drawing, path)
      list.replaceChildren(...items.map((item) => listItem(item, path, context)))
    },
  }
}

/** Where a session has come by, and where it is. */
interface Path {
  readonly here: string
  readonly steps: ReadonlySet<string>
  /** `STEP.CHOICE` of each answer. */
  readonly choices: ReadonlySet<string>
}

function pathOf({state}: Session): Path {
  return {
    here: state.step,
    steps: new Set(state.answers.map(({step}) => step)),
    choices: new Set(state.answers.map(({step, choice}) => `${step}.${choice}`)),
  }
}

function markDrawing(drawing: HTMLElement, {here, steps}: Path): void {
  for (const box of drawing.querySelectorAll<SVGGElement>('[data-step]')) {
    const step = box.dataset['step']!
    box.classList.toggle('walked', steps.has(step))
    box.classList.toggle('here', step === here)
  }
  for (const line of drawing.querySelectorAll<SVGPathElement>('[data-from]')) {
    const {from = '', to = ''} = line.dataset
    line.classList.toggle('walked', steps.has(from) && (steps.has(to) || to === here))
  }
  const box = drawing.querySelector('.here')?.getBoundingClientRect()
  const frame = drawing.getBoundingClientRect()
  if (box) drawing.scrollBy(box.left - frame.left - 8, box.top - frame.top - 8)
}

function listItem(item: GraphItem, path: Path, context: PanelContext): HTMLElement {
  const {node, edge, items, repeated} = item
  const {texts} = context.words
  const isWalked = edge !== undefined && path.choices.has(`${edge.from}.${edge.choice}`)
  const isHere = node.id === path.here && !repeated
  const number = node.number === undefined ? '' : `${node.number}. `
  const other = node.kind === 'runbook' && context.titleOf(node.id.replace(/#.*/, ''))
  return element(
    'li',
    {'aria-current': isHere ? 'step' : undefined},
    element(
      'span',
      {class: isWalked || isHere ? 'walked' : undefined},
      edge && element('span', {class: 'reason'}, `${isWalked ? '✓ ' : ''}${edge.words} → `),
      `${number}${other || node.title}`,
      isHere && element('span', {class: 'reason'}, ` (${texts['map-here']})`),
    ),
    items.length > 0 &&
      element('ul', {role: 'list'}, ...items.map((below) => listItem(below, path, context))),
  )
}
