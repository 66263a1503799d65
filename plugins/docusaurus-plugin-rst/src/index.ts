export {withRst} from './with-rst.ts'
export type {MessagePolicy, RawHtmlPolicy, RstPluginOptions} from './options.ts'
