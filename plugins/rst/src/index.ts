export {parse} from './parse.ts'
export type {ParseOptions, Load, FileRequest, Budget} from './options.ts'
export type {DocumentState} from './document.ts'
