import Link from '@docusaurus/Link'
import Translate from '@docusaurus/Translate'
import Heading from '@theme/Heading'
import type {ReactNode} from 'react'

/** A wrong address still leads on: a responder may have followed an old link from an alert. */
export default function NotFoundContent(): ReactNode {
  return (
    <main className="container margin-vert--xl markdown">
      <Heading as="h1">
        <Translate id="notFound.title">There is no page at this address</Translate>
      </Heading>
      <p>
        <Translate
          id="notFound.trouble"
          values={{
            triage: (
              <Link to="/runbooks/triage">
                <Translate id="notFound.triage">Start with triage</Translate>
              </Link>
            ),
          }}
        >
          {'Something is wrong with the cluster? {triage}. It changes nothing.'}
        </Translate>
      </p>
      <p>
        <Translate
          id="notFound.other"
          values={{
            home: (
              <Link to="/">
                <Translate id="notFound.home">first page</Translate>
              </Link>
            ),
          }}
        >
          {'Otherwise look at the {home}, or search: press the key /.'}
        </Translate>
      </p>
    </main>
  )
}
