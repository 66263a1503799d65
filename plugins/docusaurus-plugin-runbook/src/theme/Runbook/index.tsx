import Head from '@docusaurus/Head'
import {usePluginData} from '@docusaurus/useGlobalData'
import type {ReactNode} from 'react'

/** A runbook on its page: the static sections as children, the stepper's script beside them. */
export default function Runbook(properties: Record<string, unknown>): ReactNode {
  const {script} = usePluginData('docusaurus-plugin-runbook') as {script: string}
  return (
    <>
      <Head>
        <script type="module" src={script} />
      </Head>
      <handrail-runbook {...properties} />
    </>
  )
}
