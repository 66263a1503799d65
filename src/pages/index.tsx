import Link from '@docusaurus/Link'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import Layout from '@theme/Layout'
import type {ReactNode} from 'react'

/** The front page: what is here, the incident first. */
export default function FrontPage(): ReactNode {
  const {siteConfig} = useDocusaurusContext()
  return (
    <Layout description={siteConfig.tagline}>
      <main className="container container--fluid margin-vert--lg markdown">
        <h1>{siteConfig.title}</h1>
        <p>{siteConfig.tagline}.</p>
        <ul>
          <li>
            <Link to="/reference">Reference</Link>
          </li>
        </ul>
      </main>
    </Layout>
  )
}
