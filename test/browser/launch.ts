import {existsSync, rmSync} from 'node:fs'
import {type Browser, type BrowserContext, chromium} from 'playwright-core'

const onSystem = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** What keeps a browser from looking up hosts of its maker, which no test may wait for. */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-sandbox',
]

/**
 * Starts a headless browser: the one `HANDRAIL_CHROMIUM` names, else the system's, else the one
 * that comes with the packages (Linux x64).
 */
export async function launch(): Promise<Browser> {
  return chromium.launch(await executable())
}

/** The same with a profile of its own, which outlives the browser. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, await executable())
}

/** Removes a profile, which the processes of a closed browser may still be writing to. */
export function removeProfile(folder: string): void {
  rmSync(folder, {recursive: true, maxRetries: 20, retryDelay: 100})
}

async function executable(): Promise<{executablePath: string; args: string[]}> {
  const own = process.env['HANDRAIL_CHROMIUM'] ?? onSystem.find((path) => existsSync(path))
  if (own) return {executablePath: own, args: quiet}
  const packed = (await import('@sparticuz/chromium')).default
  return {executablePath: await packed.executablePath(), args: [...packed.args, ...quiet]}
}
