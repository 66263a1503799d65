import type {CheckProgress} from '@handrail/runbook/check'

/** How far a check is: on a terminal one line that is written over, elsewhere a line each. */
export function progressLine(stream: NodeJS.WriteStream) {
  const write = (text: string): void => {
    stream.write(stream.isTTY ? `\r\u001b[K${text}` : `${text}\n`)
  }
  return {
    show: ({phase, runbook, done, of}: CheckProgress): void => {
      if (phase === 'follow') write(`${done + 1}/${of} ${runbook}`)
      else if (done === 0) write('Reaching states')
    },
    clear: (): void => {
      if (stream.isTTY) stream.write('\r\u001b[K')
    },
  }
}
