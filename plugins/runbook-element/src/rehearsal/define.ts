import {HandrailRehearsal} from './handrail-rehearsal.ts'
import type {LoadRehearsal} from './rehearsal-data.ts'

export type {LoadRehearsal, RehearsalData} from './rehearsal-data.ts'

/**
 * Makes the element of a rehearsal known to the page.
 *
 * @param load loads the system and the runbooks, when somebody starts one.
 */
export function defineRehearsal(load: LoadRehearsal): void {
  HandrailRehearsal.load = load
  customElements.define('handrail-rehearsal', HandrailRehearsal)
}
