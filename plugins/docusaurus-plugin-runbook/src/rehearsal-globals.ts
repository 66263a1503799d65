/** What every page knows of rehearsals: enough to offer one. */
export interface RehearsalGlobals {
  /** Addresses of the element's script, and of what it loads when a rehearsal is begun. */
  script: string
  data: string
  texts: {what: string; surprise: string; start: string; needsScript: string; problem: string}
  runbooks: {name: string; title: string}[]
}
