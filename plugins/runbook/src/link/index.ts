export {formatLink, linkOf} from './format-link.ts'
export {parseLink} from './parse-link.ts'
export type {ParsedLink, SessionLink} from './session-link.ts'
