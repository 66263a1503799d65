import type {Version} from './site-version.ts'

/** What a page asks of the service worker. `SKIP_WAITING` is Workbox' own name. */
export interface Request {
  type: 'state' | 'fill' | 'drop' | 'SKIP_WAITING'
}

/** What the worker holds; its answer to `state`, and what it tells all pages while it fills. */
export interface CopyState {
  type: 'copy'
  version: Version
  /** Files. */
  held: number
  /** Files. */
  wanted: number
  /** Why files are missing, when the browser gave no room. */
  full: boolean
}
