import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {constants, gzipSync} from 'node:zlib'

/** Writes a compressed file beside each text file of the built site, for servers that look for one. */

const texts = /\.(?:html|css|js|json|svg|xml|txt|webmanifest)$/
/** Below this a compressed answer is not smaller on the wire; bytes. */
const worthwhile = 1000

const site = process.argv[2] ?? 'build'
let saved = 0
for (const {parentPath, name} of readdirSync(site, {recursive: true, withFileTypes: true})) {
  if (!texts.test(name)) continue
  const path = join(parentPath, name)
  const bytes = readFileSync(path)
  if (bytes.length < worthwhile) continue
  const compressed = gzipSync(bytes, {level: constants.Z_BEST_COMPRESSION})
  writeFileSync(`${path}.gz`, compressed)
  saved += bytes.length - compressed.length
}
process.stdout.write(`${(saved / 1e6).toFixed(1)} MB less to send\n`)
