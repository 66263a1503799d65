import {HandrailChoices} from './handrail-choices.ts'
import {HandrailCommand} from './handrail-command.ts'
import {HandrailRunbook} from './handrail-runbook.ts'

// The parts first: the runbook draws into them as soon as it is defined.
customElements.define('handrail-command', HandrailCommand)
customElements.define('handrail-choices', HandrailChoices)
customElements.define('handrail-runbook', HandrailRunbook)
