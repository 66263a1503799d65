/** Shows what a reader of the built site downloads beside what it may be. `npm run budget`. */
import {existsSync} from 'node:fs'
import {type Budget, budgets} from './budgets.ts'

const built = 'build'

if (existsSync(built)) show(budgets(built))
else fail('There is no build/: run `npm run build` first.')

function show(all: readonly Budget[]): void {
  const width = Math.max(...all.map(({what}) => what.length))
  for (const {what, size, limit, file} of all) {
    const used = `${((100 * size) / limit).toFixed(0)} %`.padStart(6)
    const note = [size > limit ? 'OVER' : '', file ?? ''].filter(Boolean).join('  ')
    const figures = `${kilobytes(size)} of ${kilobytes(limit)} kB${used}`
    process.stdout.write(`${`${what.padEnd(width)}  ${figures}  ${note}`.trimEnd()}\n`)
  }
  process.exitCode = all.some(({size, limit}) => size > limit) ? 1 : 0
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1).padStart(7)
}

function fail(reason: string): void {
  process.stderr.write(`${reason}\n`)
  process.exitCode = 1
}
