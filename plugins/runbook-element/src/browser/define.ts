import {HandrailChoices} from './handrail-choices.ts'
import {HandrailCommand} from './handrail-command.ts'
import {HandrailRunbook} from './handrail-runbook.ts'
import type {LoadReader} from './panel/panel.ts'

export type {LoadReader}

/**
 * Makes the elements of a runbook known to the page.
 *
 * @param loadReader loads what reads pasted output, when somebody pastes.
 */
export function defineRunbook(loadReader?: LoadReader): void {
  HandrailRunbook.loadReader = loadReader
  // The parts first: the runbook draws into them as soon as it is defined.
  customElements.define('handrail-command', HandrailCommand)
  customElements.define('handrail-choices', HandrailChoices)
  customElements.define('handrail-runbook', HandrailRunbook)
}
