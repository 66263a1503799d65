/**
 * How the built site answers under load, beside a plain file from the same server: requests a second
 * and latency of wrk (from Debian's package), 32 connections from the same machine. Build the site,
 * then run it with `npx tsx bench/load.ts`.
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync, chmodSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Nginx} from '../test/browser/nginx.ts'

const seconds = 5
const connections = 32

interface Load {
  readonly requests: number
  /** As wrk writes them, with a unit. */
  readonly half: string
  readonly most: string
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'load-'))
  // The server may run its workers as somebody else.
  chmodSync(folder, 0o755)
  const nginx = await Nginx.start(`location /plain/ { alias ${folder}/; gzip_static off; }`)
  try {
    await compare(nginx.origin, join(folder, 'file'))
  } finally {
    nginx.stop()
    rmSync(folder, {recursive: true})
  }
}

/** Asks for each page, and for a plain file of as many bytes as were sent for it. */
async function compare(origin: string, plainFile: string): Promise<void> {
  print('what', 'bytes', 'requests/s', '50 %', '99 %', 'of plain')
  for (const path of ['/', '/runbooks/split-brain', '/server/high-availability', '/health']) {
    const bytes = await sentBytes(origin + path)
    writeFileSync(plainFile, Buffer.alloc(bytes, 'x'))
    const plain = load(`${origin}/plain/file`)
    const page = load(origin + path)
    const share = `${((100 * page.requests) / plain.requests).toFixed(0)} %`
    print(path, String(bytes), page.requests.toFixed(0), page.half, page.most, share)
  }
  const etag = (await fetch(`${origin}/`)).headers.get('etag')!
  const unchanged = load(`${origin}/`, [`If-None-Match: ${etag}`])
  print('/ again (304)', '0', unchanged.requests.toFixed(0), unchanged.half, unchanged.most, '')
}

async function sentBytes(address: string): Promise<number> {
  const headers = {'accept-encoding': 'gzip'}
  const answer = await fetch(address, {headers})
  return Number(answer.headers.get('content-length'))
}

function load(address: string, headers: readonly string[] = []): Load {
  const all = ['Accept-Encoding: gzip', ...headers].flatMap((header) => ['-H', header])
  const bounds = ['-t', '1', '-c', String(connections), '-d', `${seconds}s`, '--latency']
  const output = execFileSync('wrk', [...bounds, ...all, address], {encoding: 'utf8'})
  const found = (pattern: RegExp): string => pattern.exec(output)?.[1] ?? ''
  return {
    requests: Number(found(/Requests\/sec:\s+([\d.]+)/)),
    half: found(/50%\s+(\S+)/),
    most: found(/99%\s+(\S+)/),
  }
}

function print(what: string, ...figures: readonly string[]): void {
  process.stdout.write(`${what.padEnd(28)}${figures.map((text) => text.padStart(12)).join('')}\n`)
}

void main()
