import Head from '@docusaurus/Head'
import {usePluginData} from '@docusaurus/useGlobalData'
import type {ReactNode} from 'react'
import type {RehearsalGlobals} from '../../rehearsal-globals.ts'

interface Properties {
  /** The runbook to rehearse; absent: the reader chooses. */
  name?: string
}

/** A place to rehearse: the form that begins it; the script brings the consoles. */
export default function Rehearsal({name}: Properties): ReactNode {
  const {rehearsal} = usePluginData('docusaurus-plugin-runbook') as {rehearsal: RehearsalGlobals}
  const {script, data, texts, runbooks} = rehearsal
  const title = runbooks.find((runbook) => runbook.name === name)?.title
  return (
    <>
      <Head>
        <script type="module" src={script} />
      </Head>
      <handrail-rehearsal data-runbook={name} data-source={data} data-problem={texts.problem}>
        <form className="handrail-rehearsal">
          {name === undefined ? (
            <label>
              {texts.what}{' '}
              <select name="runbook">
                <option value="">{texts.surprise}</option>
                {runbooks.map((runbook) => (
                  <option key={runbook.name} value={runbook.name}>
                    {runbook.title}
                  </option>
                ))}
              </select>
            </label>
          ) : (
            <input type="hidden" name="runbook" value={name} />
          )}{' '}
          <button type="submit" className="button button--primary">
            {title === undefined ? texts.start : `${texts.start}: ${title}`}
          </button>
        </form>
        <p className="handrail-without-script">
          {texts.needsScript} <code>handrail rehearse {name}</code>
        </p>
      </handrail-rehearsal>
    </>
  )
}
