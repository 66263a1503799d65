import Runbook from '@theme/Runbook'
import original from '@theme-init/MDXComponents'

/** Markdown's components, with runbooks drawn by `@theme/Runbook`. */
export default {...original, Runbook}
