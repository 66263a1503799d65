import type {VerifiedRunbook} from '../verified/verification.ts'

/** What a report and the file that keeps it have in common, and what is compared of it. */
type Kept = Pick<VerifiedRunbook, 'ends' | 'states' | 'unreached' | 'answers'>

/**
 * What has become worse since a runbook was checked with as many faults, and which answers are other
 * ones, a sentence each. None of it breaks a property, but an error in the text shows itself here
 * first: a block on the wrong host ends in `Escalate:`, and the steps behind it are reached no more.
 * What is not reached any more is only told if the runbooks that lead to this one were followed as
 * far as then.
 */
export function worseThan(kept: Kept, now: Kept, wereAllFollowed = true): string[] {
  const [before, after] = [kept, now].map(({ends, states}) => ({...ends, states}))
  const lost = (ids: readonly string[], old: readonly string[]) =>
    ids.filter((id) => !old.includes(id))
  return [
    ...fewer('are covered', before!.states, after!.states),
    ...fewer('can end in `Done:`', before!.done, after!.done),
    ...more('can end in `Serving:`', before!.serving, after!.serving),
    ...more('can end in `Escalate:`', before!.escalate, after!.escalate),
    ...lost(now.answers, kept.answers).map((one) => `Nobody answered before ${one}.`),
    ...(wereAllFollowed
      ? [
          ...lost(now.unreached, kept.unreached).map(
            (id) => `The step ${id} is not reached any more.`,
          ),
          ...lost(kept.answers, now.answers).map((one) => `Nobody answers any more ${one}.`),
        ]
      : []),
  ]
}

function fewer(what: string, before: number, after: number): string[] {
  return after < before ? [`Only ${after} states ${what}, ${before} before.`] : []
}

function more(what: string, before: number, after: number): string[] {
  return after > before ? [`${after} states ${what}, ${before} before.`] : []
}
