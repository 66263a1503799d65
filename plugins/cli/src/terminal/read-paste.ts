import type {Observations, SystemReader} from '@handrail/runbook'
import type {Terminal} from './terminal.ts'
import {wrap} from './wrap.ts'

export type Reader = Pick<SystemReader, 'read'>

/** Output that was pasted and read. */
export interface Pasted {
  text: string
  /** Placeholder of the host the responder says it is from. */
  host?: string
  /** Adds what was seen to what had been seen before. */
  merge(before: Observations): Observations
}

/**
 * Asks for output and reads it: which host it is from, then its lines up to one with a single dot.
 * Says what it understood, and what cannot be true.
 */
export async function readPaste(
  terminal: Terminal,
  reader: Reader,
  names: Readonly<Record<string, string>>,
): Promise<Pasted | undefined> {
  const host = await askHost(terminal, names)
  if (host === undefined) return undefined
  terminal.write('Paste the output, then a line with a single dot.')
  const lines: string[] = []
  for (;;) {
    const line = await terminal.ask('')
    if (line === undefined) return undefined
    if (line.trim() === '.') break
    lines.push(line)
  }
  const text = lines.join('\n')
  const {observations, summary, contradictions, assumptions} = reader.read(text, {
    names,
    ...(host && {host}),
  })
  const told = [...summary, ...contradictions.map((one) => `CANNOT BE: ${one}`), ...assumptions]
  for (const sentence of told.length ? told : ['Nothing of this was understood.']) {
    terminal.write(wrap(sentence, terminal.width))
  }
  return {text, ...(host && {host}), merge: (before) => merged(before, observations)}
}

/** A placeholder, or the empty text for several hosts in one paste. */
async function askHost(
  terminal: Terminal,
  names: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const hosts = Object.keys(names)
  const typed = await terminal.ask(`Which host is it from? (${hosts.join(', ')}; Enter: several) `)
  const host = typed?.trim()
  return host === undefined
    ? undefined
    : (hosts.find((name) => [name, names[name]].includes(host)) ?? '')
}

function merged(before: Observations, now: Observations): Observations {
  const hosts = new Set([...Object.keys(before.hosts), ...Object.keys(now.hosts)])
  return {
    hosts: Object.fromEntries(
      [...hosts].map((host) => [host, {...before.hosts[host], ...now.hosts[host]}]),
    ),
    cluster: {...before.cluster, ...now.cluster},
  }
}
