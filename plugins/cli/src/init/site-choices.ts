import {createInterface, type Interface} from 'node:readline/promises'
import {CommandFailure} from '../command-failure.ts'
import type {SiteChoices} from './site-files.ts'
import type {SphinxProject} from './sphinx-project.ts'

const defaultUrl = 'https://docs.example'

/** What is said by options, or else by a person, if there is one; defaults for the rest. */
export async function siteChoices(
  {title}: SphinxProject,
  given: Partial<SiteChoices> & {yes?: true},
): Promise<SiteChoices> {
  const defaults = {title, url: defaultUrl, baseUrl: '/'}
  const said = {...defaults, ...given}
  if (given.yes || !process.stdin.isTTY) return checked(said)
  const terminal = createInterface({input: process.stdin, output: process.stdout})
  try {
    const ask = (name: keyof SiteChoices, question: string): Promise<string> =>
      given[name] === undefined
        ? answer(terminal, question, defaults[name])
        : Promise.resolve(said[name])
    return checked({
      title: await ask('title', 'Title of the site'),
      url: await ask('url', 'Address it will be published at'),
      baseUrl: await ask('baseUrl', 'Folder of that address'),
    })
  } finally {
    terminal.close()
  }
}

async function answer(terminal: Interface, question: string, fallback: string): Promise<string> {
  return (await terminal.question(`${question} (${fallback}): `)).trim() || fallback
}

function checked({title, url, baseUrl}: SiteChoices): SiteChoices {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new CommandFailure(`\`${url}\` is no address; expected one such as ${defaultUrl}`)
  }
  return {title, url: new URL(url).origin, baseUrl: `/${baseUrl}/`.replace(/\/+/g, '/')}
}
