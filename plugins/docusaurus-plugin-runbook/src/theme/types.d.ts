declare module '@theme/Rehearsal' {
  import type {ReactNode} from 'react'

  export default function Rehearsal(properties: {name?: string}): ReactNode
}

declare module '@theme/RunbookSystem' {
  import type {LoadReader} from '@handrail/runbook-element/define'
  import type {LoadSystem} from '@handrail/runbook-element/rehearsal'

  export const loadReader: LoadReader
  export const loadSystem: LoadSystem
}

declare module '@theme/Runbook' {
  import type {ReactNode} from 'react'

  export default function Runbook(properties: Record<string, unknown>): ReactNode
}

declare module '@theme/RunbookStep' {
  import type {ReactNode} from 'react'

  export default function RunbookStep(properties: Record<string, unknown>): ReactNode
}

declare module '@theme/RunbookCommand' {
  import type {ReactNode} from 'react'

  export default function RunbookCommand(properties: Record<string, unknown>): ReactNode
}

declare module '@theme/RunbookChoices' {
  import type {ReactNode} from 'react'

  export default function RunbookChoices(properties: Record<string, unknown>): ReactNode
}

declare module '@theme-init/MDXComponents' {
  import type {ComponentType} from 'react'

  const components: Record<string, ComponentType>
  export default components
}

declare namespace React.JSX {
  interface IntrinsicElements {
    'handrail-runbook': Record<string, unknown>
    'handrail-command': Record<string, unknown>
    'handrail-choices': Record<string, unknown>
    'handrail-rehearsal': Record<string, unknown>
  }
}
