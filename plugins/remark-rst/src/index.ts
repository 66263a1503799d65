export {remarkRst as default, remarkRst} from './remark-rst.ts'
export type {RemarkRstOptions} from './remark-rst.ts'
export type {RstOptions} from './options.ts'
export {formatMessage, includeSites, toVFileMessage} from './message.ts'
