export {withRst} from './with-rst.ts'
export {toctreeSidebar} from './toctree-sidebar.ts'
export type {MessagePolicy, RstPluginOptions} from './options.ts'
export {siteOptions} from './site-options.ts'
