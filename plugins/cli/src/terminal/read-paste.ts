import {fill} from '@handrail/runbook-element/texts'
import type {Observations, Reading, SystemReader} from '@handrail/runbook'
import type {Terminal} from './terminal.ts'
import type {TerminalTexts} from './words.ts'
import {wrap} from './wrap.ts'

export type Reader = Pick<SystemReader, 'read'>

/** Output that was pasted and read. */
export interface Pasted {
  text: string
  /** Placeholder of the host the responder says it is from. */
  host?: string
  seen: Observations
}

/** What pasted output is asked for and read with. */
export interface PasteContext {
  terminal: Terminal
  texts: TerminalTexts
  reader: Reader
  /** Real names of hosts by placeholder. */
  names: Readonly<Record<string, string>>
}

/** Asks which host output is from, then for its lines up to one with a single dot, and reads it. */
export async function askPaste(context: PasteContext): Promise<Pasted | undefined> {
  const {terminal, texts} = context
  const host = await askHost(context)
  if (host === undefined) return undefined
  terminal.write(texts['paste-now'])
  const text = await askLines(terminal)
  return text.trim() === '' ? undefined : readPaste(context, text, host)
}

/** Reads output that was pasted without a word; asks which host it is from if it does not say so. */
export async function takePaste(context: PasteContext, text: string): Promise<Pasted> {
  const {reader, names} = context
  const {observations, understood} = reader.read(text, {names})
  const says = Object.keys(observations.hosts).length > 0 || understood.length === 0
  const host = says ? '' : await askHost(context)
  return readPaste(context, text, host ?? '')
}

/** Lines up to a single dot, or up to the end of the connection: what came until then counts. */
async function askLines(terminal: Terminal): Promise<string> {
  const lines: string[] = []
  for (;;) {
    const text = await terminal.ask('')
    const more = (text ?? terminal.unfinished).split('\n')
    const dot = more.findIndex((line) => line.trim() === '.')
    lines.push(...more.slice(0, dot === -1 ? undefined : dot))
    if (dot !== -1 || text === undefined) return lines.join('\n')
  }
}

/** Reads a text; says what it understood, and what cannot be true. */
function readPaste(context: PasteContext, text: string, host: string): Pasted {
  const {terminal, reader, names, texts} = context
  const reading = reader.read(text, {names, ...(host && {host})})
  for (const sentence of sentences(reading, texts)) terminal.write(wrap(sentence, terminal.width))
  return {
    text,
    ...(host && {host}),
    seen: reading.observations,
  }
}

function sentences(
  {summary, contradictions, assumptions}: Reading,
  texts: TerminalTexts,
): readonly string[] {
  const wrong = contradictions.map((contradiction) => fill(texts.contradiction, {contradiction}))
  const told = [...summary, ...wrong, ...assumptions]
  return told.length ? told : [texts['paste-nothing']]
}

/** A placeholder, or the empty text for several hosts in one paste. */
async function askHost({terminal, names, texts}: PasteContext): Promise<string | undefined> {
  const hosts = Object.keys(names)
  const typed = await terminal.ask(fill(texts['paste-host'], {hosts: hosts.join(', ')}))
  const host = typed?.trim()
  return host === undefined
    ? undefined
    : (hosts.find((name) => [name, names[name]].includes(host)) ?? '')
}
