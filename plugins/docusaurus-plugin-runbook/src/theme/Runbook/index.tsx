import Head from '@docusaurus/Head'
import {usePluginData} from '@docusaurus/useGlobalData'
import type {ReactNode} from 'react'

interface StepperAddresses {
  script: string
  preloads: string[]
}

/** A runbook on its page: the static sections as children, the stepper's script beside them. */
export default function Runbook(properties: Record<string, unknown>): ReactNode {
  const {script, preloads} = usePluginData('docusaurus-plugin-runbook') as StepperAddresses
  return (
    <>
      <Head>
        <script type="module" src={script} fetchPriority="high" />
        {preloads.map((address) => (
          <link key={address} rel="modulepreload" href={address} fetchPriority="high" />
        ))}
      </Head>
      <handrail-runbook {...properties} />
    </>
  )
}
