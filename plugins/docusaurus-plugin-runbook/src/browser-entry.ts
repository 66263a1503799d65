import {defineRunbook} from '@handrail/runbook-element/define'

defineRunbook(() => import('@handrail/cluster/read'))
