/** What is kept, in globs of files below the folder of the built site. */
export interface OfflineOptions {
  /**
   * Pages that are worth nothing if some are missing: they are saved together with all they load
   * before the copy counts as one. `['index.html']` by default.
   */
  first: readonly string[]
  /** Files that are saved after those, before all others. None by default. */
  next: readonly string[]
  /** Files that are never kept, beside source maps and site maps. None by default. */
  leaveOut: readonly string[]
}

export function filledOptions(options: Partial<OfflineOptions>): OfflineOptions {
  const {first = ['index.html'], next = [], leaveOut = []} = options
  return {first, next, leaveOut}
}

/** The page in place of one that is neither saved nor to be had. */
export const notSavedFile = 'not-saved.html'
