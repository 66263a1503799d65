import {createInterface} from 'node:readline'

/** Where a runbook is followed: lines out, lines in. */
export interface Terminal {
  /** Columns that a line of words may have. */
  readonly width: number
  write(text: string): void
  /**
   * The next line typed, or all lines that were pasted at once. Undefined when the connection has
   * ended; what was typed and not sent is `unfinished` then.
   */
  ask(prompt: string): Promise<string | undefined>
  readonly unfinished: string
  close(): void
}

export interface TerminalOptions {
  /** For screen readers: no line is broken and no cursor moved. */
  plain?: boolean | undefined
}

/** Lines that follow one another faster were pasted; in milliseconds. */
const pasteGap = 30

/**
 * The terminal this process runs in. Reads line by line, so that a pipe or a serial line will do.
 * Ctrl-C, a hang-up and a kill end the input as its end does: what follows can still be written down.
 */
export function processTerminal({plain = false}: TerminalOptions = {}): Terminal {
  const {stdin, stdout} = process
  const terminal = stdin.isTTY === true && !plain
  const lines = createInterface({input: stdin, output: stdout, terminal})
  const queue = new LineQueue(stdin.isTTY ? pasteGap : 0)
  const close = (): void => lines.close()
  lines.on('line', (line) => queue.add(line)).on('close', () => queue.end())
  for (const signal of ['SIGINT', 'SIGHUP', 'SIGTERM'] as const) process.on(signal, close)
  stdin.on('error', close)
  // A line that is gone takes no more words; whoever asks hears of the end.
  stdout.on('error', () => {})
  return {
    width: plain ? Infinity : Math.min(80, Math.max(40, stdout.columns || 80)),
    write: (text) => void stdout.write(`${withoutControls(text)}\n`),
    ask(prompt) {
      if (!queue.ended) {
        lines.setPrompt(prompt)
        lines.prompt()
      }
      return queue.next()
    },
    get unfinished() {
      return queue.ended ? lines.line : ''
    },
    close,
  }
}

/** Lines wait here until they are asked for. Those that come in one burst are one text. */
class LineQueue {
  ended = false
  private burst: string[] = []
  private readonly texts: string[] = []
  private wanted: ((text: string | undefined) => void) | undefined
  private readonly gap: number

  constructor(gap: number) {
    this.gap = gap
  }

  add(line: string): void {
    this.burst.push(line)
    if (this.gap === 0) this.deliver()
    else if (this.burst.length === 1) setTimeout(() => this.deliver(), this.gap)
  }

  end(): void {
    this.deliver()
    this.ended = true
    this.wanted?.(undefined)
  }

  next(): Promise<string | undefined> {
    if (this.texts.length || this.ended) return Promise.resolve(this.texts.shift())
    return new Promise((resolve) => (this.wanted = resolve))
  }

  private deliver(): void {
    if (this.burst.length === 0) return
    this.texts.push(this.burst.join('\n'))
    this.burst = []
    if (!this.wanted) return
    const wanted = this.wanted
    this.wanted = undefined
    wanted(this.texts.shift())
  }
}

/** What would move a cursor or turn the direction of text: words may come from a log or an option. */
function withoutControls(text: string): string {
  return text.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, '')
}
