import {readFileSync} from 'node:fs'
import {readRunbook, type Runbook} from '@handrail/runbook'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {expect} from 'vitest'
import {parse} from 'yaml'

/** A page with every kind of code, and lines of every length. */
export const commands = read('commands.md')

/** A runbook with every kind of command, choice and outcome. */
export function readFixtureRunbook(): Runbook {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read('pump-stopped.md'))!
  const {runbook, messages} = readRunbook({
    root: fromMarkdown(body!),
    head: parse(head!),
    path: 'docs/pump-stopped.md',
  })
  expect(messages.map(String)).toEqual([])
  return runbook!
}

function read(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
}
