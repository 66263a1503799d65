import {defineRehearsal} from '@handrail/runbook-element/rehearsal'
import {loadSystem} from '@theme/RunbookSystem'

defineRehearsal(loadSystem)
