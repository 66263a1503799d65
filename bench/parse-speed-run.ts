/**
 * The measured part of parse-speed.ts: one parser in a process of its own. Arguments: the parser,
 * and the file with the texts.
 */
import {readFileSync} from 'node:fs'
import * as parsers from './parsers.ts'

export interface ParseSpeedResult {
  /** Seconds of CPU for all texts, the first time. */
  cold: number
  /** The same once the code has been compiled. */
  warm: number
  /** Texts it could not parse. */
  failed: number
}

const warmRounds = 3
const [name, file] = process.argv.slice(2) as [ParserName, string]
export type ParserName = 'handrail' | 'markdown' | 'rstCompiler' | 'restructured'

const texts = JSON.parse(readFileSync(file, 'utf8')) as string[]
const parse = await parsers[name]()
let failed = 0

function round(): number {
  failed = 0
  const before = process.cpuUsage()
  for (const text of texts) {
    try {
      parse(text)
    } catch {
      failed++
    }
  }
  const {user, system} = process.cpuUsage(before)
  return (user + system) / 1e6
}

const cold = round()
const warm = Math.min(...Array.from({length: warmRounds}, round))
const result: ParseSpeedResult = {cold, warm, failed}
process.stdout.write(JSON.stringify(result))
