import type {Reading, ReadingHints, SystemReader} from '@handrail/runbook'

export function read(_text: string, _hints?: ReadingHints): Reading {
  return {
    observations: {hosts: {}, cluster: {}},
    understood: [],
    ignored: [],
    contradictions: [],
    assumptions: [],
    summary: [],
  }
}

export const reader: SystemReader = {read}
