import {readdirSync, readFileSync} from 'node:fs'
import type {Runbook} from '../../src/index.ts'
import {readMarkdown} from '../markdown.ts'

const folder = new URL('runbooks/', import.meta.url)

/** An error put into a runbook: a text that stands there exactly once, and what stands there then. */
export interface Planted {
  readonly runbook: string
  readonly text: string
  readonly by: string
}

/** The runbooks of the PostgreSQL pair, with an error or without. */
export function postgresRunbooks(planted?: Planted): Runbook[] {
  const names = readdirSync(folder).sort()
  return names.map((file) => {
    const page = readFileSync(new URL(file, folder), 'utf8')
    const here = planted && file === `${planted.runbook}.md` ? planted : undefined
    if (here && page.split(here.text).length !== 2)
      throw new Error(`Not once in ${file}: ${here.text}`)
    const text = here ? page.replace(here.text, () => here.by) : page
    return readMarkdown(text, {path: `runbooks/${file}`}).runbook!
  })
}
