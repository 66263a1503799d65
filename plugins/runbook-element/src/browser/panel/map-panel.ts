import {type GraphItem, graphList, graphOf} from '@handrail/runbook/graph'
import {element} from '../element.ts'
import type {Part} from '../names-bar.ts'
import type {PanelContext} from './panel.ts'

/** The map of the runbook as a nested list, with the path walked and the step one stands at. */
export function mapPanel({session, words: {texts}, titleOf}: PanelContext): Part {
  const items = graphList(graphOf(session.plan))
  const list = element('ul', {role: 'list'})
  return {
    node: element('nav', {'aria-label': texts['map-label'], class: 'map'}, list),
    update() {
      const walked = new Set(session.state.answers.map(({step, choice}) => `${step}.${choice}`))
      const draw = (item: GraphItem): HTMLElement => {
        const {node, edge, items: below, repeated} = item
        const number = node.number === undefined ? '' : `${node.number}. `
        const title =
          node.kind === 'runbook' ? (titleOf(node.id.replace(/#.*/, '')) ?? node.title) : node.title
        const isWalked = edge !== undefined && walked.has(`${edge.from}.${edge.choice}`)
        const isHere = node.id === session.state.step && !repeated
        return element(
          'li',
          {class: isWalked ? 'walked' : undefined, 'aria-current': isHere ? 'step' : undefined},
          edge && element('span', {class: 'reason'}, `${isWalked ? '✓ ' : ''}${edge.words} → `),
          `${number}${title}`,
          below.length > 0 && element('ul', {role: 'list'}, ...below.map(draw)),
        )
      }
      list.replaceChildren(...items.map(draw))
    },
  }
}
