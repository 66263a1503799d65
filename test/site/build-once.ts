import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds the site unless there is a build; `npm run build` makes a new one. */
export default function buildOnce(): void {
  if (existsSync(new URL('../../build/index.html', import.meta.url))) return
  const {status} = spawnSync('npm', ['run', 'build'], {cwd: root, stdio: 'inherit'})
  if (status !== 0) throw new Error('The site does not build: see the output above')
}
