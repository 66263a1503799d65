import {HandrailRehearsal} from './handrail-rehearsal.ts'
import type {LoadSystem} from './rehearsal-data.ts'

export type {LoadSystem, RehearsalSource} from './rehearsal-data.ts'

/**
 * Makes the element of a rehearsal known to the page.
 *
 * @param loadSystem loads the system on which runbooks are rehearsed, when somebody begins.
 */
export function defineRehearsal(loadSystem: LoadSystem): void {
  HandrailRehearsal.loadSystem = loadSystem
  customElements.define('handrail-rehearsal', HandrailRehearsal)
}
