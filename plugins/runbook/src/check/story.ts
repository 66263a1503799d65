import type {Fact} from '../machine/evaluate.ts'
import type {Moment} from './moment.ts'
import type {NodeId, Product} from './product.ts'
import type {Reach} from './reach.ts'
import {actsInWords} from './thread.ts'
import type {Way} from './visit.ts'

/** How something came about, told from the healthy system on, a sentence a line. */
export type Story = readonly string[]

/**
 * What the environment did on the shortest way to a reached state.
 *
 * @param mirrored whether it is the state's mirror image that is meant, with the hosts exchanged.
 */
export function eventsTo({states, space}: Reach, at: number, mirrored: boolean): string[] {
  const events: string[] = []
  for (let state = states[at]; state?.from !== undefined; state = states[state.from]) {
    events.unshift(mirrored ? exchangeNames(state.event!, space.model.hosts) : state.event!)
  }
  return events
}

function exchangeNames(text: string, [one = '', other = '']: readonly string[]): string {
  return text.replaceAll(new RegExp(`\\b(?:${one}|${other})\\b`, 'g'), (name) =>
    name === one ? other : one,
  )
}

/**
 * What happened, then what the responder did and saw step by step along the nodes.
 *
 * @param last the moment at the last node that the story is about, if it is about one.
 */
export function tellStory(
  product: Product,
  events: readonly string[],
  path: readonly NodeId[],
  last: (moment: Moment) => boolean,
): Story {
  const begin = events.length > 0 ? `${capital(events.join('; then '))}.` : 'Everything is well.'
  return [begin, ...path.flatMap((node, index) => tellStep(product, node, path[index + 1], last))]
}

function tellStep(
  product: Product,
  node: NodeId,
  next: NodeId | undefined,
  last: (moment: Moment) => boolean,
): string[] {
  const {plan, step} = product.program.steps[product.stepOf(node)]!
  const visit = product.visit(node)
  const title = `${plan.name}, “${step.title}”:`
  const way =
    next === undefined ? undefined : visit.ways.find((one) => product.nodeOf(one) === next)
  const acts = actsInWords(way?.acts ?? visit.moments.find(last)?.acts ?? [])
  const did = acts.length > 0 ? [`  ${acts.join('; ')}.`] : []
  if (!way) return [title, ...did]
  const waited = way.waited > 0 ? `After ${way.waited} s: ` : ''
  return [title, ...did, `  ${waited}${because(way)} → “${way.choice.words}”`]
}

function because({choice, facts}: Way): string {
  if (choice.condition === undefined) return 'the responder decides'
  return choice.condition.kind === 'else' ? 'nothing else fits' : factsInWords(facts)
}

function factsInWords(facts: readonly Fact[]): string {
  const told = facts.map(({host, key, seen}) => `${host ?? 'cluster'}: ${key}=${seen ?? 'nothing'}`)
  return [...new Set(told)].join(', ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
