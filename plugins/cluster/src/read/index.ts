import type {SystemReader} from '@handrail/runbook'
import {read} from './read.ts'

export {read}

/** Reads what a responder pastes. */
export const reader: SystemReader = {read}
