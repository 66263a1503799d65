import {type ChildProcess, spawn, spawnSync} from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {freePort} from '../free-port.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const types = '/etc/nginx/mime.types'

/** Whether Debian's nginx is on this machine. */
export const nginxInstalled = spawnSync('nginx', ['-v']).status === 0 && existsSync(types)

/** The built site as nginx serves it with the configuration of `hosting/`, on a port of its own. */
export class Nginx {
  readonly origin: string
  /** The folder it serves. */
  readonly site: string
  readonly #folder: string
  readonly #process: ChildProcess

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.site = join(folder, 'site')
    this.origin = `http://127.0.0.1:${port}`
    const options = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;']
    this.#process = spawn('nginx', options)
  }

  /** Copies and compresses the built site and serves it. `extra` is added to the server's block. */
  static async start(extra = ''): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
    // The server may run its workers as somebody else.
    chmodSync(folder, 0o755)
    cpSync(join(root, 'build'), join(folder, 'site'), {recursive: true})
    cpSync(join(root, 'hosting/nginx'), folder, {recursive: true})
    const files = [join(folder, 'site'), join(folder, 'policy.conf')]
    spawnSync('npx', ['tsx', 'hosting/compress.ts', ...files], {cwd: root})
    symlinkSync(types, join(folder, 'mime.types'))
    const port = await freePort()
    configure(folder, port, extra)
    const nginx = new Nginx(folder, port)
    await nginx.#answers()
    return nginx
  }

  stop(): void {
    this.#process.kill()
    rmSync(this.#folder, {recursive: true, maxRetries: 20, retryDelay: 100})
  }

  async #answers(): Promise<void> {
    for (let attempt = 0; attempt < 600; attempt++) {
      const answer = await fetch(`${this.origin}/health`).catch(() => undefined)
      if (answer?.ok) return
      await setTimeout(50)
    }
    throw new Error('nginx does not answer')
  }
}

/** The configuration of the container, with a port, a root and a folder for its files of our own. */
function configure(folder: string, port: number, extra: string): void {
  const file = join(folder, 'nginx.conf')
  const text = readFileSync(file, 'utf8')
    .replaceAll('/tmp/', `${folder}/`)
    .replace('listen 8080;', `listen 127.0.0.1:${port};\n${extra}`)
    .replace('/srv/site', join(folder, 'site'))
  writeFileSync(file, text)
}
