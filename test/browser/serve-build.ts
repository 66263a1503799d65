import {existsSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {fileURLToPath} from 'node:url'
import serve from 'serve-handler'
import type {TestProject} from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site, without a slash at its end. */
    site: string
  }
}

const built = fileURLToPath(new URL('../../build', import.meta.url))

/**
 * Serves the built site while the browser tests run, with a service worker that does nothing: each
 * new browser would save the whole site. Tests of the offline copy serve the site themselves.
 */
export default async function serveBuild(project: TestProject): Promise<() => void> {
  if (!existsSync(built)) throw new Error('There is no built site: run `npm run build` first')
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/service-worker.js')) {
      response.writeHead(200, {'content-type': 'text/javascript'}).end()
      return
    }
    void serve(request, response, {public: built, cleanUrls: true, trailingSlash: false})
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  project.provide('site', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return () => server.close()
}
