declare module '@theme/Runbook' {
  import type {ReactNode} from 'react'

  export default function Runbook(properties: Record<string, unknown>): ReactNode
}

declare module '@theme-init/MDXComponents' {
  import type {ComponentType} from 'react'

  const components: Record<string, ComponentType>
  export default components
}

declare namespace React.JSX {
  interface IntrinsicElements {
    'handrail-runbook': Record<string, unknown>
  }
}
