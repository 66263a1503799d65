import type {Finding, Section} from './finding.ts'
import {formats} from './format/index.ts'
import type {Attribution} from './attribution.ts'

/** A finding with the host it belongs to. */
export interface Placed extends Finding {
  readonly of?: string
}

const overlaps = (finding: Finding, taken: readonly Finding[]): boolean =>
  taken.some((other) => finding.start < other.end && other.start < finding.end)

/** Reads one section with every format; where two understand the same text the earlier one wins. */
function readSection(section: Section): Finding[] {
  const taken: Finding[] = []
  for (const format of formats) {
    const found = format(section).filter((one) => !overlaps(one, taken))
    taken.push(...found)
  }
  return taken.sort((left, right) => left.start - right.start)
}

/** Everything understood in the text, in order, with the hosts it is about. */
export function gather(attribution: Attribution): Placed[] {
  return attribution.sections.flatMap((section) =>
    readSection(section).map((one): Placed => ({
      ...one,
      ...(section.host !== undefined && {of: section.host}),
    })),
  )
}
