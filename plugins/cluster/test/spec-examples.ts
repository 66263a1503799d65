import {readFileSync} from 'node:fs'
import type {ReadingHints} from '@handrail/runbook'

/** The spec files of the readers. */
export const readerSpecs = [
  'read-proc-drbd.md',
  'read-mangled.md',
  'read-commands.md',
  'read-other-shapes.md',
  'read-posted.md',
  'read-logs.md',
] as const

/** An example of a spec file: a paste and what is expected of it. */
export interface Example {
  readonly name: string
  /** Words after `text` on the first fence: `host=be1`. */
  readonly info: string
  readonly input: string
  readonly expected: string
}

/** The examples of a Markdown file: under a heading, each fence `text` with the fence `expect` after it. */
export function examplesOf(file: string): Example[] {
  const page = readFileSync(new URL(`spec/${file}`, import.meta.url), 'utf8')
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const name = section.slice(0, section.indexOf('\n'))
      const fences = [
        ...section.matchAll(/^```text ?(.*)\n([\s\S]*?)^```\n+```expect\n([\s\S]*?)^```/gm),
      ]
      return fences.map(([, info, input, expected], index) => ({
        name: index === 0 ? name : `${name} (${index + 1})`,
        info: info!,
        input: input!,
        expected: expected!,
      }))
    })
}

/** Which host the responder says a paste is from, and what the hosts are called. */
export function hintsOf({info}: Example): ReadingHints {
  const host = /host=(\S+)/.exec(info)?.[1]
  const names = /names=(\S+)/.exec(info)?.[1]
  return {
    ...(host !== undefined && {host}),
    ...(names !== undefined && {
      names: Object.fromEntries(names.split(',').map((pair) => pair.split(':'))),
    }),
  }
}
