import {existsSync, type FSWatcher, watch} from 'node:fs'
import {dirname} from 'node:path'

/** Calls back when a file in one of the folders of some files changes; waits for a burst to end. */
export class FileWatch {
  private readonly onChange: () => void
  private readonly watchers = new Map<string, FSWatcher>()
  private timer: NodeJS.Timeout | undefined

  constructor(onChange: () => void) {
    this.onChange = onChange
  }

  /** Looks at the folders of further files, too. */
  add(files: Iterable<string>): void {
    for (const file of files) {
      const folder = dirname(file)
      if (this.watchers.has(folder) || !existsSync(folder)) continue
      this.watchers.set(
        folder,
        watch(folder, () => this.changed()),
      )
    }
  }

  private changed(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(this.onChange, settleMilliseconds)
  }
}

/** Editors write a file in several steps. */
const settleMilliseconds = 50
