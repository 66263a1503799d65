/** Preloaded into a process that is measured: writes what it took, when it ends. */
import {writeFileSync} from 'node:fs'
import {isMainThread} from 'node:worker_threads'

const file = process.env['RESOURCES_FILE']
if (file && isMainThread) {
  process.on('exit', () => {
    const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
    // The process that does the work ends last among its kind, and took the most.
    writeFileSync(file, JSON.stringify({cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS}))
  })
}
