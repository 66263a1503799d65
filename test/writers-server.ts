import {type ChildProcess, spawn} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {freePort} from './free-port.ts'

const docusaurus = fileURLToPath(
  new URL('../node_modules/@docusaurus/core/bin/docusaurus.mjs', import.meta.url),
)
const {VITEST, NODE_ENV, ...environment} = process.env
void [VITEST, NODE_ENV]

/** A server that shows a site while it is written. */
export interface WritersServer {
  readonly address: string
  stop(): Promise<void>
}

/**
 * Starts `docusaurus start` on a port of its own, and waits until it has compiled the site.
 *
 * @throws Error with what it printed, if it ends before
 */
export async function startWritersServer(folder: string): Promise<WritersServer> {
  const port = await freePort()
  const args = [docusaurus, 'start', '--no-open', '--port', String(port)]
  const server = spawn(process.execPath, args, {cwd: folder, env: environment})
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  await compiled(server)
  return {
    address: `http://localhost:${port}`,
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

function compiled(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const listen = (chunk: Buffer): void => {
      output += String(chunk)
      if (/compiled/i.test(output)) resolve()
    }
    server.stdout!.on('data', listen)
    server.stderr!.on('data', listen)
    server.on('exit', () => reject(new Error(output)))
  })
}
