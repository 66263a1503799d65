import type {Element, Root as HastRoot} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {toHast} from 'mdast-util-to-hast'
import type {Heading, Link, ListItem, Root, RootContent} from 'mdast'
import type {Runbook, StepRef} from '@handrail/runbook'
import type {Danger} from './danger.ts'
import {type EmbeddedPlan, type Frame, type FrameOptions, frameRunbook} from './frame-runbook.ts'
import type {Texts} from './texts.ts'

export interface StandaloneOptions {
  texts: Texts
  /** The bundled script of the element, and its hash as a Content-Security-Policy names it. */
  script: {code: string; hash: string}
  style: {code: string; hash: string}
  /** Address of another runbook's step, as seen from this file. */
  href(ref: StepRef): string
  /** Title of a step elsewhere; undefined where it is not known, and links to it become text. */
  title?(ref: StepRef): string | undefined
  /** Where a responder goes whom nothing of a runbook fits. */
  misfit?(runbook: Runbook): StepRef
  /** What a model of the system says that the commands of a step can do. */
  danger?(runbook: Runbook, step: string): Danger | undefined
}

/**
 * A runbook as one HTML document that asks for nothing: it opens from a disk, works without script
 * as a linked document, and its policy forbids every request.
 */
export function standaloneDocument(runbook: Runbook, options: StandaloneOptions): string {
  const href = (ref: StepRef): string => (ref.runbook ? options.href(ref) : `#${ref.step}`)
  const frame = frameRunbook(runbook, {...frameOptions(runbook, options), href})
  const body = bodyOf([heading(1, runbook.title), frame], {...options, href}, '')
  return document(runbook.title, runbook.language, body, options)
}

/** What all runbooks of a file have in common, for one of them. */
function frameOptions(
  runbook: Runbook,
  {texts, title, misfit, danger}: Omit<StandaloneOptions, 'href'>,
): Omit<FrameOptions, 'href'> {
  return {
    texts,
    ...(title && {title}),
    ...(misfit && {misfit: misfit(runbook)}),
    ...(danger && {danger: (step) => danger(runbook, step)}),
  }
}

/** All runbooks in one such document, with a list of them on top. */
export function standaloneCollection(
  title: string,
  runbooks: readonly Runbook[],
  options: Omit<StandaloneOptions, 'href'>,
): string {
  const parts = runbooks.map((runbook, index) => {
    const href = (ref: StepRef): string =>
      `#${prefixOf(ref.runbook ?? runbook.name)}${ref.step ?? ''}`
    const idPrefix = prefixOf(runbook.name)
    const own = {...options, href}
    const frame = frameRunbook(runbook, {
      ...frameOptions(runbook, options),
      href,
      idPrefix,
      headingShift: 1,
    })
    slimPlan(frame, index === 0)
    return bodyOf([heading(2, runbook.title, idPrefix), frame], own, idPrefix)
  })
  const items = runbooks.map(({name, title: own}): ListItem => {
    const link: Link = {
      type: 'link',
      url: `#${prefixOf(name)}`,
      children: [{type: 'text', value: own}],
    }
    return {type: 'listItem', children: [{type: 'paragraph', children: [link]}]}
  })
  const contents = bodyOf([heading(1, title), {type: 'list', children: items}], undefined, '')
  return document(title, runbooks[0]?.language ?? 'en', [contents, ...parts].join('\n'), options)
}

/**
 * Stands before the element's script in a collection: the words of the faces are in the document
 * once, with the first runbook, and this gives them to the others.
 */
export const shareTexts = `{let texts;for(const one of document.querySelectorAll('handrail-runbook')){const plan=JSON.parse(one.dataset.plan);plan.texts??=texts;texts=plan.texts;one.dataset.plan=JSON.stringify(plan)}}
`

/** Leaves out of a plan what the stepper does not read, and the words unless they are to be there. */
function slimPlan({data: {hProperties}}: Frame, hasTexts: boolean): void {
  const {plan, texts, ...rest} = JSON.parse(String(hProperties['data-plan'])) as EmbeddedPlan
  const steps = plan.steps.map((step) => ({
    ...step,
    commands: step.commands.map(({expect: _shown, ...command}) => command),
  }))
  const head = {...plan.head, covers: [], needs: [], unproven: []}
  const slim = {...rest, plan: {...plan, head, steps}, ...(hasTexts && {texts})}
  hProperties['data-plan'] = JSON.stringify(slim)
}

/** Ids of a runbook that shares its page with others begin with this. */
function prefixOf(name: string): string {
  return `${name}--`
}

function heading(depth: 1 | 2, text: string, id?: string): Heading {
  const children = [{type: 'text' as const, value: text}]
  return {type: 'heading', depth, children, ...(id && {data: {hProperties: {id}}})}
}

type LinkOptions = Pick<StandaloneOptions, 'href' | 'title'>

function bodyOf(children: RootContent[], links: LinkOptions | undefined, idPrefix: string): string {
  const tree = toHast({type: 'root', children} satisfies Root) as HastRoot
  if (links) settleLinks(tree, links, idPrefix)
  // A quotation mark is only written as a reference where it would end the attribute: written so in
  // every plan, it takes a twentieth of the file. The browsers it misled are gone.
  return toHtml(tree, {quoteSmart: true, allowDangerousCharacters: true})
}

/** Has links of the text lead to what is in the file or beside it; those to other pages are text. */
function settleLinks(node: HastRoot | Element, links: LinkOptions, idPrefix: string): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'a') settleLink(child, links, idPrefix)
    settleLinks(child, links, idPrefix)
  }
}

function settleLink(link: Element, {href, title}: LinkOptions, idPrefix: string): void {
  const url = String(link.properties['href'] ?? '')
  const [, runbook, step] = /^(?!\w+:)(?:.*\/)?([^/#]+)\.(?:mdx?|rst)(?:#(.+))?$/.exec(url) ?? []
  if (runbook !== undefined) {
    if (title?.({runbook}) === undefined) Object.assign(link, {tagName: 'span', properties: {}})
    else link.properties['href'] = href({runbook, ...(step !== undefined && {step})})
  } else if (idPrefix && /^#(?!.*--)/.test(url))
    link.properties['href'] = `#${idPrefix}${url.slice(1)}`
}

function document(
  title: string,
  language: string,
  body: string,
  options: Pick<StandaloneOptions, 'script' | 'style'>,
): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(options)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
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

function policy({script, style}: Pick<StandaloneOptions, 'script' | 'style'>): string {
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
