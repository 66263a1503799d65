import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

/**
 * How long a responder waits for the first step of a runbook in the terminal, the first time it is
 * read and from then on: `npx tsx bench/first-screen.ts [runs]`. The machine should be idle; the
 * best run counts, and the processor time of a whole run stands beside it.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const command = join(root, 'node_modules/.bin/handrail')
const runs = Number(process.argv[2] ?? 20)
const limit = 0.2

const folder = mkdtempSync(join(tmpdir(), 'first-screen-'))
const words = [command, 'run', 'split-brain', '--site', root]
const env = {...process.env, XDG_CACHE_HOME: join(folder, 'cache')}
const shelf = join(env.XDG_CACHE_HOME, 'handrail')

/** Seconds until the prompt of the first step. */
function firstScreen(): Promise<number> {
  const began = performance.now()
  const child: ChildProcess = spawn(process.execPath, words, {cwd: folder, env})
  return new Promise((resolve) => {
    let shown = ''
    let seconds = 0
    child.stdout!.on('data', (chunk: Buffer) => {
      shown += String(chunk)
      if (seconds || !shown.includes('Number, or h for help')) return
      seconds = (performance.now() - began) / 1000
      child.stdin!.end()
    })
    child.on('close', () => resolve(seconds))
  })
}

/** Seconds of processor time of a session that is left at once: the best of all runs. */
function processorTime(prepare: () => void): number {
  const times = Array.from({length: runs}, () => {
    prepare()
    const shell = `TIMEFORMAT='%U %S'; time "$@" </dev/null >/dev/null`
    const bash = ['-c', shell, 'bash', process.execPath, ...words]
    const {stderr} = spawnSync('bash', bash, {cwd: folder, env, encoding: 'utf8'})
    return stderr
      .trim()
      .split(/\s+/)
      .reduce((sum, part) => sum + Number(part), 0)
  })
  return Math.min(...times)
}

async function best(prepare: () => void): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    prepare()
    times.push(await firstScreen())
  }
  return Math.min(...times)
}

const forget = (): void => rmSync(shelf, {recursive: true, force: true})

async function main(): Promise<void> {
  if (!existsSync(command)) throw new Error('There is no command: run `npm run build:command`')
  const first = await best(forget)
  const firstWork = processorTime(forget)
  const again = await best(() => {})
  const againWork = processorTime(() => {})
  const line = (label: string, wall: number, work: number): void =>
    console.log(`${label}  ${wall.toFixed(3)} s, ${work.toFixed(3)} s of processor time`)
  line('read for the first time', first, firstWork)
  line('from then on, or ready ', again, againWork)
  rmSync(folder, {recursive: true, force: true})
  process.exitCode = again < limit ? 0 : 1
}

void main()
