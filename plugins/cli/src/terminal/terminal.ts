import {createInterface} from 'node:readline'

/** Where a runbook is followed: lines out, one line in. */
export interface Terminal {
  readonly width: number
  write(text: string): void
  /** The next line typed; undefined when there is none any more. */
  ask(prompt: string): Promise<string | undefined>
  close(): void
}

/** The terminal this process runs in. Reads line by line, so that a pipe or a serial line will do. */
export function processTerminal(): Terminal {
  const {stdin, stdout} = process
  const lines = createInterface({input: stdin, output: stdout, terminal: stdin.isTTY === true})
  const waiting: string[] = []
  let wanted: ((line: string | undefined) => void) | undefined
  let closed = false
  lines.on('line', (line) => {
    if (wanted) wanted(line)
    else waiting.push(line)
    wanted = undefined
  })
  lines.on('close', () => {
    closed = true
    wanted?.(undefined)
  })
  return {
    width: Math.min(80, Math.max(40, stdout.columns || 80)),
    write: (text) => void stdout.write(`${text}\n`),
    ask: (prompt) => {
      lines.setPrompt(prompt)
      lines.prompt()
      if (waiting.length || closed) return Promise.resolve(waiting.shift())
      return new Promise((resolve) => (wanted = resolve))
    },
    close: () => lines.close(),
  }
}
