import Translate, {translate} from '@docusaurus/Translate'
import Layout from '@theme/Layout'
import {type ReactElement, useEffect} from 'react'

/**
 * What is saved in this browser. The script that keeps the copy fills it in; it works where
 * Docusaurus' own bundle does not, and React leaves what it has written alone.
 */
export default function OfflineStatus(): ReactElement {
  useEffect(() => void document.dispatchEvent(new Event('offline-status')), [])
  const title = translate({id: 'offline.title', message: 'Without a network'})
  return (
    <Layout title={title}>
      <main className="container margin-vert--lg">
        <h1>{title}</h1>
        <p>
          <Translate id="offline.about">
            This site saves itself in your browser while you read it, and goes on working when its
            server cannot be reached.
          </Translate>
        </p>
        <div
          data-offline-status=""
          dangerouslySetInnerHTML={{__html: ''}}
          suppressHydrationWarning
        />
      </main>
    </Layout>
  )
}
