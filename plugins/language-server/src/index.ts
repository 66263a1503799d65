export {serve, type ServerOptions} from './server.ts'
export type {OpenCheck} from './open-site.ts'
