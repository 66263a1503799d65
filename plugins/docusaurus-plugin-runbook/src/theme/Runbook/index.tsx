import Head from '@docusaurus/Head'
import {usePluginData} from '@docusaurus/useGlobalData'
import type {ReactNode} from 'react'

/**
 * A runbook on its page: the static sections as children, the stepper's script beside them. A page
 * that is a runbook says so at its very beginning, for its style to know before the text has come.
 */
export default function Runbook(properties: Record<string, unknown>): ReactNode {
  const {script} = usePluginData('docusaurus-plugin-runbook') as {script: string}
  return (
    <>
      <Head>
        {'data-page' in properties && <html data-runbook="" />}
        <script type="module" src={script} fetchPriority="high" />
      </Head>
      <handrail-runbook {...properties} />
    </>
  )
}
