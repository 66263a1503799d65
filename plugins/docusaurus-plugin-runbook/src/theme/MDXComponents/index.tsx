import Rehearsal from '@theme/Rehearsal'
import Runbook from '@theme/Runbook'
import RunbookChoices from '@theme/RunbookChoices'
import RunbookCommand from '@theme/RunbookCommand'
import RunbookStep from '@theme/RunbookStep'
import original from '@theme-init/MDXComponents'

/** Markdown's components, with runbooks drawn by the theme's. */
export default {...original, Rehearsal, Runbook, RunbookStep, RunbookCommand, RunbookChoices}
