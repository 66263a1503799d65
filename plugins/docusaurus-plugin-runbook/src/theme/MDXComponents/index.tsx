import Runbook from '@theme/Runbook'
import original from '@theme-init/MDXComponents'

/** Markdown's components, with the element of a runbook drawn by `@theme/Runbook`. */
export default {...original, 'handrail-runbook': Runbook}
