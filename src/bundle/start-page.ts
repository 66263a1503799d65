/** One entry of the start page. */
export interface Entry {
  /** Relative to the start page. */
  href: string
  title: string
}

export interface Contents {
  title: string
  /** Date and commit. */
  version: string
  /** Runbooks, each in one file that steps. */
  runbooks: readonly Entry[]
  pages: readonly Entry[]
  handbook: string | undefined
  style: string
}

/** The first page of a bundle: what is in it, with what is wanted first in front. */
export function startPage({title, version, runbooks, pages, handbook, style}: Contents): string {
  const triage = runbooks.find(({href}) => href.endsWith('/triage.html'))
  const first = [
    ...(triage ? [{href: triage.href, title: 'Something is wrong now'}] : []),
    {href: 'site/index.html', title: 'The guide'},
    ...(handbook ? [{href: handbook, title: 'The handbook (PDF)'}] : []),
  ]
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<p>The copy of ${escaped(version)}. It needs no network. <a href="README.txt">What is in it</a></p>
<nav class="first" aria-label="First">${list(first)}</nav>
<h2>Runbooks, one step at a time</h2>
${list(runbooks)}
<h2>All pages</h2>
${list(pages)}
</main>
</body>
</html>
`
}

function list(entries: readonly Entry[]): string {
  const items = entries.map(
    ({href, title}) => `<li><a href="${escaped(href)}">${escaped(title)}</a></li>`,
  )
  return `<ul>\n${items.join('\n')}\n</ul>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
