import {spawn} from '@lydell/node-pty'
import {fileURLToPath} from 'node:url'

const command = fileURLToPath(new URL('../bin/handrail.mjs', import.meta.url))

/** The command in a real pseudo-terminal. */
export interface Pty {
  /** Everything that was written to the screen, control sequences included. */
  readonly output: string
  type(text: string): void
  /** What is written until the text matches; fails after ten seconds. */
  until(pattern: RegExp): Promise<string>
  /** Hangs up, as a lost connection does. */
  hangUp(): void
  /** Ends the command without a chance to do anything more. */
  kill(): void
  /** Resolves when the command has ended. */
  readonly ended: Promise<void>
}

/** Starts `handrail` with these words, in a terminal of 80 columns. */
export function openPty(
  words: readonly string[],
  {cwd, env = {}}: {cwd: string; env?: Record<string, string>},
): Pty {
  const child = spawn(process.execPath, [command, ...words], {
    cwd,
    cols: 80,
    rows: 24,
    env: {...process.env, TERM: 'xterm', ...env},
  })
  let output = ''
  let seen = 0
  const listeners = new Set<() => void>()
  const tell = (text: string): void => {
    output += text
    for (const listener of listeners) listener()
  }
  const ended = new Promise<void>((resolve) => {
    child.onExit(() => {
      tell('\n(ended)\n')
      resolve()
    })
  })
  child.onData(tell)
  return {
    get output() {
      return output
    },
    type: (text) => child.write(text),
    until(pattern) {
      return new Promise((resolve, reject) => {
        const give = setTimeout(() => {
          reject(new Error(`No ${pattern} in:\n${output.slice(seen)}`))
        }, 10_000)
        const look = (): void => {
          const fresh = output.slice(seen)
          const match = pattern.exec(fresh)
          if (!match) return
          clearTimeout(give)
          listeners.delete(look)
          seen += match.index + match[0].length
          resolve(fresh.slice(0, match.index + match[0].length))
        }
        listeners.add(look)
        look()
      })
    },
    hangUp: () => child.kill('SIGHUP'),
    kill: () => child.kill('SIGKILL'),
    ended,
  }
}
