import {type GraphItem, graphList, graphOf} from '@handrail/runbook/graph'
import {element} from '../element.ts'
import type {PanelContext} from './panel.ts'

/** The map of the runbook as a nested list, with the path walked and the step one stands at. */
export function mapPanel({session, words}: PanelContext): HTMLElement {
  const walked = new Set(session.state.answers.map(({step, choice}) => `${step}.${choice}`))
  const here = session.state.step
  const items = graphList(graphOf(session.plan)).map((item) => draw(item, walked, here))
  return element('nav', {'aria-label': words.texts.map, class: 'map'}, element('ul', {}, ...items))
}

function draw(item: GraphItem, walked: ReadonlySet<string>, here: string): HTMLElement {
  const {node, edge, items} = item
  const number = node.number === undefined ? '' : `${node.number}. `
  const taken = edge !== undefined && walked.has(`${edge.from}.${edge.choice}`)
  return element(
    'li',
    {
      class: taken ? 'walked' : undefined,
      'aria-current': node.id === here && !item.repeated ? 'step' : undefined,
    },
    `${taken ? '✓ ' : ''}${edge ? `${edge.words} → ` : ''}${number}${node.title}`,
    items.length > 0 && element('ul', {}, ...items.map((below) => draw(below, walked, here))),
  )
}
