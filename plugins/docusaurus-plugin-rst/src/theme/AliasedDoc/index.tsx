import Head from '@docusaurus/Head'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import {applyTrailingSlash} from '@docusaurus/utils-common'
import DocItem from '@theme/DocItem'
import type {Props} from '@theme/DocItem'
import type {ReactNode} from 'react'

/** A page of the docs at its second address: search engines are sent to the first. */
export default function AliasedDoc(props: Props): ReactNode {
  const {siteConfig} = useDocusaurusContext()
  const canonical =
    siteConfig.url + applyTrailingSlash(props.content.metadata.permalink, siteConfig)
  return (
    <>
      <DocItem {...props} />
      <Head>
        <link rel="canonical" href={canonical} />
        <meta property="og:url" content={canonical} />
      </Head>
    </>
  )
}
