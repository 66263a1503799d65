#!/usr/bin/env node
import {existsSync} from 'node:fs'

const bundle = new URL('../dist/handrail.mjs', import.meta.url)
if (existsSync(bundle)) {
  await import(bundle.href)
} else {
  console.error('handrail: not built yet; run `npm run build:command` at the top of the repository')
  process.exitCode = 1
}
