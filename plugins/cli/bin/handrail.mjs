#!/usr/bin/env node
import {existsSync} from 'node:fs'
import module from 'node:module'

// From Node 22.1 on, compiled code is kept between runs.
module.enableCompileCache?.()

const bundle = new URL('../dist/parts/handrail.mjs', import.meta.url)
if (existsSync(bundle)) {
  await import(bundle.href)
} else {
  console.error('handrail: not built yet; run `npm run build:command` at the top of the repository')
  process.exitCode = 1
}
