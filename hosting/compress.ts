import {readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {constants, gzipSync} from 'node:zlib'
import {inlineScripts, inlineStyles, policyFor} from '../src/content-security-policy/policy.ts'

/**
 * Prepares a built site for nginx: writes a compressed file beside each text file, and the policy
 * that allows the inline styles of its pages and, in each language, the inline scripts of the page
 * for what is not there: that one holds no text of an author. Arguments: the folder of the site, and
 * the file of the policy.
 */

const texts = /\.(?:html|css|js|json|svg|xml|txt|webmanifest)$/
/** Runbooks in one file, which bring a stricter policy of their own. */
const standalone = /^(?:\w\w\/)?standalone\//
/** Below this a compressed answer is not smaller on the wire; bytes. */
const worthwhile = 1000

const [site = 'build', policyFile = 'hosting/nginx/policy.conf'] = process.argv.slice(2)
const scripts: string[] = []
const styles = new Set<string>()
let saved = 0
for (const {parentPath, name} of readdirSync(site, {recursive: true, withFileTypes: true})) {
  if (!texts.test(name)) continue
  const path = join(parentPath, name)
  const bytes = readFileSync(path)
  if (name === '404.html') scripts.push(...inlineScripts(String(bytes)))
  if (name.endsWith('.html') && !standalone.test(relative(site, path))) {
    for (const style of inlineStyles(String(bytes))) styles.add(style)
  }
  if (bytes.length < worthwhile) continue
  const compressed = gzipSync(bytes, {level: constants.Z_BEST_COMPRESSION})
  writeFileSync(`${path}.gz`, compressed)
  saved += bytes.length - compressed.length
}
process.stdout.write(`${(saved / 1e6).toFixed(1)} MB less to send\n`)

const policy = `${policyFor(scripts, [...styles])}; frame-ancestors 'none'`
writeFileSync(policyFile, `add_header Content-Security-Policy "${policy}" always;\n`)
