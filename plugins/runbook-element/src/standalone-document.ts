import type {Root as HastRoot} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import type {Root} from 'mdast'
import type {Runbook, StepRef} from '@handrail/runbook'
import {frameRunbook} from './frame-runbook.ts'
import type {Texts} from './texts.ts'

export interface StandaloneOptions {
  texts: Texts
  /** The bundled script of the element, and its hash as a Content-Security-Policy names it. */
  script: {code: string; hash: string}
  style: {code: string; hash: string}
  /** Address of another runbook's step, as seen from this file. */
  href(ref: StepRef): string
  title?(ref: StepRef): string | undefined
}

/**
 * A runbook as one HTML document that asks for nothing: it opens from a disk, works without script
 * as a linked document, and its policy forbids every request.
 */
export function standaloneDocument(runbook: Runbook, options: StandaloneOptions): string {
  const href = (ref: StepRef): string => (ref.runbook ? options.href(ref) : `#${ref.step}`)
  const frame = frameRunbook(runbook, {...options, href})
  const tree: Root = {
    type: 'root',
    children: [
      {type: 'heading', depth: 1, children: [{type: 'text', value: runbook.title}]},
      frame,
    ],
  }
  const body = toHtml(toHast(tree) as HastRoot)
  return `<!doctype html>
<html lang="${escaped(runbook.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(options)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(runbook.title)}</title>
<style>${options.style.code}</style>
</head>
<body>
<main>
${body}
</main>
<script>${options.script.code}</script>
</body>
</html>
`
}

function policy({script, style}: StandaloneOptions): string {
  return [
    "default-src 'none'",
    `script-src '${script.hash}'`,
    `style-src '${style.hash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
