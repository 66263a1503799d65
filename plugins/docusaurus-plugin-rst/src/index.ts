export {withRst} from './with-rst.ts'
export type {MessagePolicy, RstPluginOptions} from './options.ts'
