import type {Version} from '../site-version.ts'
import type {CopyState, Request as PageRequest} from '../protocol.ts'
import {SiteCopy} from './site-copy.ts'
import type {KeptFile} from '../kept-files.ts'

declare const self: ServiceWorkerGlobalScope
/** Put in when the worker is written. */
declare const FIRST_FILES: KeptFile[]
declare const OTHER_FILES: KeptFile[]
declare const SITE_VERSION: Version

const copy = new SiteCopy(FIRST_FILES, OTHER_FILES)
let full = false

self.addEventListener('install', (event) => void copy.install(event))

self.addEventListener('activate', (event) => {
  event.waitUntil(copy.dropOutdated().then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && copy.answers(event.request)) {
    event.respondWith(copy.answer(event))
  }
})

self.addEventListener('message', (event) => {
  const {type} = event.data as PageRequest
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (type === 'state')
    event.waitUntil(state().then((answer) => event.ports[0]?.postMessage(answer)))
  if (type === 'fill') event.waitUntil(fill(event))
  if (type === 'drop') event.waitUntil(drop().then(() => event.ports[0]?.postMessage('dropped')))
})

async function state(): Promise<CopyState> {
  const {held, wanted} = await copy.count()
  return {type: 'copy', version: SITE_VERSION, held, wanted, full}
}

/** Saves the rest of the site, and tells the pages how far it is. */
async function fill(event: ExtendableEvent): Promise<void> {
  full = false
  try {
    await copy.fill(event, tell)
  } catch (error) {
    full = (error as Error).name === 'QuotaExceededError'
  }
  await tell()
}

async function tell(): Promise<void> {
  const answer = await state()
  for (const client of await self.clients.matchAll({includeUncontrolled: true})) {
    client.postMessage(answer)
  }
}

async function drop(): Promise<void> {
  await copy.drop()
  await self.registration.unregister()
}
