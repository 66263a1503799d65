import type {CopyState, Request} from '../protocol.ts'
import type {Version} from '../site-version.ts'

/** Longer than this nobody waits to learn whether the server is there; milliseconds. */
const patience = 5000

/** The version on the server, or nothing if it cannot be reached. */
export async function askServer(base: string): Promise<Version | undefined> {
  try {
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(`${base}version.json`, {cache: 'no-store', signal})
    return response.ok ? ((await response.json()) as Version) : undefined
  } catch {
    return undefined
  }
}

/**
 * Asks the worker that holds the copy; nothing if there is none yet, or if it does not answer. It is
 * found by the base of the site: where a server leaves out the slash at the end of an address, the
 * first page of a language stands outside of what its worker controls.
 */
export async function askWorker(
  type: Request['type'],
  base: string,
): Promise<CopyState | undefined> {
  const worker = (await navigator.serviceWorker.getRegistration(base))?.active
  if (!worker) return undefined
  const {port1, port2} = new MessageChannel()
  const answer = new Promise<CopyState | undefined>((answered) => {
    port1.onmessage = ({data}) => answered(data)
    setTimeout(() => answered(undefined), patience)
  })
  worker.postMessage({type} satisfies Request, [port2])
  return answer
}
