import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import serve from 'serve-handler'

/** A web server that can be stopped, started again at the same address, and given a new site. */
export interface SiteServer {
  /** The address of a path that starts with a slash. */
  url(path: string): string
  stop(): Promise<void>
  start(): Promise<void>
  deploy(folder: string): Promise<void>
}

/** Serves a folder of HTML as static hosts do: `/a` is `a/index.html`. */
export async function serveFolder(folder: string): Promise<SiteServer> {
  let served = folder
  let port = 0
  let server: Server
  const start = async () => {
    server = createServer((request, response) => {
      void serve(request, response, {
        public: served,
        cleanUrls: true,
        trailingSlash: false,
        headers: [{source: '**', headers: [{key: 'Cache-Control', value: 'no-cache'}]}],
      })
    })
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
    port = (server.address() as AddressInfo).port
  }
  await start()
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    start,
    async stop() {
      server.closeAllConnections()
      await new Promise<void>((closed) => server.close(() => closed()))
    },
    async deploy(next) {
      served = next
    },
  }
}
