import {Workbox} from 'workbox-window'
import type {Words} from '../words.ts'
import {Notice} from './notice.ts'
import {askServer, askWorker} from './ask.ts'
import {showStatus} from './status.ts'
import {inWords} from './in-words.ts'

/** How often a page that is looked at asks whether the server is there; milliseconds. */
const lookAgain = 60_000

/** Put in when the script is written. */
declare const WORDS: Words
declare const BASE_URL: string

if ('serviceWorker' in navigator) {
  // What the page itself needs comes first.
  addEventListener('load', () => void start())
} else {
  showStatus(WORDS, BASE_URL)
}

async function start(): Promise<void> {
  const workbox = new Workbox(`${BASE_URL}service-worker.js`)
  const notice = new Notice(WORDS, `${BASE_URL}offline`)
  let waiting = false
  const look = async () => {
    const [server, copy] = await Promise.all([askServer(BASE_URL), askWorker('state', BASE_URL)])
    if (!copy) return
    if (!server) notice.say(inWords(WORDS.offline, copy.version))
    else if (!waiting) notice.hush()
    else if (!isUnderWay()) notice.offer(WORDS.newer, WORDS.use, () => use(workbox))
    if (server && server.build !== copy.version.build && !waiting) await workbox.update()
  }
  workbox.addEventListener('waiting', () => {
    waiting = true
    void look()
  })
  showStatus(WORDS, BASE_URL)
  const known = () => navigator.serviceWorker.getRegistration(BASE_URL)
  const registration = await workbox.register().catch(known)
  if (!registration) return
  await activated(registration)
  // The rest is saved while the site is read; not where the visitor pays for every byte.
  const {connection} = navigator as {connection?: {saveData?: boolean}}
  if (!connection?.saveData) void askWorker('fill', BASE_URL)
  void look()
  for (const happening of ['online', 'offline', 'hashchange']) addEventListener(happening, look)
  setInterval(() => document.visibilityState === 'visible' && void look(), lookAgain)
}

/** Waits for the worker of this language; `ready` would take that of the site around it as well. */
async function activated(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.active ?? registration.waiting ?? registration.installing
  while (worker && !['activated', 'redundant'].includes(worker.state)) {
    await new Promise((changed) => worker.addEventListener('statechange', changed, {once: true}))
  }
}

/** Whether somebody is on the way through a runbook, whose answers stand in the fragment. */
function isUnderWay(): boolean {
  return /[?&]a=/.test(location.hash)
}

/** Ends the old version: for all pages at once, which keep what they have loaded. */
function use(workbox: Workbox): void {
  workbox.addEventListener('controlling', () => location.reload())
  workbox.messageSkipWaiting()
}
