import {repr} from '../../text/repr.ts'
import {Refusal} from '../spec.ts'

/** A way to name lines, like `1,3-5,7-`, as indices from 0; `total` is the number of lines. */
export function lineIndices(spec: string, total: number): number[] | Refusal {
  const indices: number[] = []
  for (const part of spec.split(',')) {
    const match = /^\s*(\d*)\s*(?:(-)\s*(\d*)\s*)?$/.exec(part)
    const [, from = '', dash, to = ''] = match ?? []
    const start = Number(from || 1)
    const end = dash === undefined ? start : Number(to || Math.max(start, total))
    if ((from === '' && to === '') || start > end) {
      return new Refusal(`invalid line number spec: ${repr(spec)}`, 'lines such as `1,3-5`')
    }
    for (let line = start; line <= Math.min(end, Math.max(start, total)); line++) {
      indices.push(line - 1)
    }
  }
  return indices
}
