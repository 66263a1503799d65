import {defineRunbook} from '@handrail/runbook-element/define'
import {loadReader} from '@theme/RunbookSystem'

defineRunbook(loadReader)
