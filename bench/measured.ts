import {spawn} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'

/** What a command has cost, with all processes that it started. */
export interface Measured {
  readonly seconds: number
  /** User and system time. */
  readonly cpuSeconds: number
  /** The most that all of them held at a time; what they share is counted once. */
  readonly peakMegabytes: number
}

/** How often the processes are looked at, in milliseconds. */
const interval = 100
/** Clock ticks a second, in which Linux counts (`getconf CLK_TCK`). */
const ticks = 100

/**
 * Runs a command to its end. Linux only: it reads /proc.
 *
 * @throws Error with what it said if it fails
 */
export function measured(command: string, args: readonly string[], cwd = '.'): Promise<Measured> {
  const started = performance.now()
  const cpu = new Map<number, number>()
  let peakMegabytes = 0
  const child = spawn(command, args, {cwd, stdio: ['ignore', 'ignore', 'pipe']})
  const look = () => {
    const family = familyOf(child.pid!)
    for (const pid of family) cpu.set(pid, Math.max(cpu.get(pid) ?? 0, cpuOf(pid)))
    peakMegabytes = Math.max(
      peakMegabytes,
      family.map(megabytesOf).reduce((a, b) => a + b, 0),
    )
  }
  const watching = setInterval(look, interval)
  let said = ''
  child.stderr.on('data', (words: Buffer) => (said += words.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watching)
      const seconds = (performance.now() - started) / 1000
      const cpuSeconds = [...cpu.values()].reduce((a, b) => a + b, 0)
      if (code === 0) resolve({seconds, cpuSeconds, peakMegabytes})
      else reject(new Error(`${command} ended with ${code}: ${said.slice(-1000)}`))
    })
  })
}

/** A process and all that descend from it. */
function familyOf(root: number): number[] {
  const parents = new Map(processes().map((pid) => [pid, Number(statOf(pid)[1])]))
  const family = [root]
  for (const pid of family) {
    for (const [child, parent] of parents) if (parent === pid) family.push(child)
  }
  return family
}

function processes(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger)
}

/** The fields of `/proc/PID/stat` after the name: state, parent, …; none if it has ended. */
function statOf(pid: number): string[] {
  return read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')
}

function cpuOf(pid: number): number {
  const [user = 0, system = 0] = statOf(pid).slice(11, 13).map(Number)
  return (user + system) / ticks
}

function megabytesOf(pid: number): number {
  return Number(/^Pss: +(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
