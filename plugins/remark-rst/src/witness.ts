import type {Load, LoadedFile} from '@handrail/rst'

/** A loader that remembers what it answered, so that one can ask later whether it still holds. */
export interface Witness {
  load: Load
  stillHolds(load: Load): boolean
}

export function witness(load: Load): Witness {
  const answers: [Parameters<Load>[0], LoadedFile][] = []
  return {
    load: (request) => {
      const answer = load(request)
      answers.push([request, answer])
      return answer
    },
    stillHolds: (again) => answers.every(([request, answer]) => sameAnswer(again(request), answer)),
  }
}

/** A loader answers the same object as long as a file is unchanged, but makes each refusal anew. */
function sameAnswer(now: LoadedFile, then: LoadedFile): boolean {
  if (now === then) return true
  return 'refusal' in now && 'refusal' in then && now.refusal.reason === then.refusal.reason
}

/** Without a loader there are no files. */
export const readNothing: Load = ({path}) => ({path, refusal: {reason: 'missing'}})
