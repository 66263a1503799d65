import {copyResponse} from 'workbox-core/copyResponse.js'
import {PrecacheController} from 'workbox-precaching/PrecacheController.js'
import type {KeptFile} from '../kept-files.ts'
import {notSavedFile} from '../options.ts'

declare const self: ServiceWorkerGlobalScope

/** A language of the site is a site of its own, with its own worker and copy. */
const cacheName = `site-copy ${new URL(self.registration.scope).pathname}`
const listName = `${cacheName} list`

/** Files that are fetched at the same time while the copy fills. */
const atOnce = 4

/** How many files are saved between two reports of progress. */
const reportEvery = 20

/**
 * The copy of a site in this browser. Workbox saves and serves the files, and puts one back that the
 * browser has evicted as soon as it is asked for.
 */
export class SiteCopy {
  readonly #controller = new PrecacheController({cacheName})
  readonly #rest = new PrecacheController({cacheName})

  constructor(first: KeptFile[], rest: KeptFile[]) {
    this.#controller.addToCacheList(first)
    this.#rest.addToCacheList(rest)
  }

  /** Saves what an incident needs first; fails whole if a file of it cannot be had. */
  install(event: ExtendableEvent): Promise<unknown> {
    return this.#controller.install(event)
  }

  /** Whether the copy has anything to say to a request. */
  answers({url, mode}: Request): boolean {
    const {origin, pathname} = new URL(url)
    if (origin !== self.location.origin) return false
    return mode === 'navigate' || this.#find(url) !== undefined || pathname.includes('/assets/')
  }

  /**
   * The saved file; else what the server says; else what an earlier version of the site left, which
   * pages that are still open load their parts from.
   */
  async answer(event: FetchEvent): Promise<Response> {
    const found = this.#find(event.request.url)
    try {
      return (
        (await (found ? found.load(event) : earlier(event.request))) ?? (await fetch(event.request))
      )
    } catch {
      return fetch(event.request).catch((error) => this.#instead(event, error))
    }
  }

  /** Saves the files that are not there yet; rejects with the browser's error when room runs out. */
  async fill(event: ExtendableEvent, report: () => Promise<void>): Promise<void> {
    const missing = await this.#missing()
    let done = 0
    const next = async (): Promise<void> => {
      for (let url = missing.shift(); url; url = missing.shift()) {
        await this.#find(url)?.load(event)
        done += 1
        if (done % reportEvery === 0) await report()
      }
    }
    await Promise.all(Array.from({length: atOnce}, next))
  }

  /** Counts the files that are there, and all. */
  async count(): Promise<{held: number; wanted: number}> {
    const wanted = this.#keys().length
    return {held: wanted - (await this.#missing()).length, wanted}
  }

  /** Removes what belongs neither to this version nor to the one before, whose pages may be open. */
  async dropOutdated(): Promise<void> {
    const lists = await caches.open(listName)
    const before: string[] = await lists.match('list').then((stored) => stored?.json() ?? [])
    const mine = this.#keys()
    const wanted = new Set([...before, ...mine])
    const cache = await caches.open(cacheName)
    const outdated = (await cache.keys()).filter(({url}) => !wanted.has(url))
    await Promise.all(outdated.map((request) => cache.delete(request)))
    await lists.put('list', new Response(JSON.stringify(mine)))
  }

  /** Forgets everything. */
  async drop(): Promise<void> {
    await Promise.all([caches.delete(cacheName), caches.delete(listName)])
  }

  #keys(): string[] {
    return [this.#controller, this.#rest].flatMap((one) => [...one.getURLsToCacheKeys().values()])
  }

  async #missing(): Promise<string[]> {
    const cache = await caches.open(cacheName)
    const held = new Set((await cache.keys()).map(({url}) => url))
    return [this.#controller, this.#rest].flatMap((one) =>
      [...one.getURLsToCacheKeys()].filter(([, key]) => !held.has(key)).map(([url]) => url),
    )
  }

  /** The file an address stands for. */
  #find(address: string): {load(event: ExtendableEvent): Promise<Response>} | undefined {
    for (const url of candidates(address)) {
      for (const controller of [this.#controller, this.#rest]) {
        const cacheKey = controller.getCacheKeyForURL(url)
        if (!cacheKey) continue
        const integrity = controller.getIntegrityForCacheKey(cacheKey)
        const params = {cacheKey, integrity}
        const request = new Request(url, {cache: 'no-cache'})
        return {
          load: (event) => controller.strategy.handle({event, request, params}).then(asOwn),
        }
      }
    }
    return undefined
  }

  async #instead(event: FetchEvent, error: unknown): Promise<Response> {
    const page = event.request.mode === 'navigate' && this.#find(notSavedFile)
    if (page) return page.load(event)
    throw error
  }
}

/** A browser refuses a page that came by way of a redirection from a worker. */
function asOwn(response: Response): Response | Promise<Response> {
  return response.redirected ? copyResponse(response) : response
}

/** Addresses of the file that a server would send, whichever way it treats endings. */
function candidates(address: string): string[] {
  const {origin, pathname} = new URL(address, self.registration.scope)
  const path = origin + pathname
  return [path, `${path.replace(/\/$/, '')}/index.html`, `${path}.html`]
}

/** A file with a hash in its name that another version of the site has brought. */
async function earlier({url}: Request): Promise<Response | undefined> {
  if (!new URL(url).pathname.includes('/assets/')) return undefined
  return caches.match(url, {cacheName, ignoreSearch: true})
}
