import {describe, expect, it} from 'vitest'
import {parse} from 'yaml'
import type {RawHead} from '../src/index.ts'
import {readMarkdown} from './markdown.ts'
import {messageLine, outline} from './outline.ts'
import {readSpec} from './spec-file.ts'

const {shared, examples} = readSpec('read')

describe('reading a runbook', () => {
  it.each(examples)('$name (read.md:$line)', ({blocks}) => {
    const head = blocks.md!.startsWith('---') ? undefined : (parse(shared.yaml!) as RawHead)
    const {runbook, messages} = readMarkdown(blocks.md!, head ? {head} : {})
    expect(runbook ? outline(runbook) : '').toBe(blocks.outline)
    expect(messages.map(messageLine).join('\n')).toBe(blocks.messages ?? '')
  })
})
