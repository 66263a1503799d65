import {basename, dirname, extname, join, relative, resolve, sep} from 'node:path'
import {type Frame, type FrameOptions, frameRunbook} from '@handrail/runbook-element'
import {type Runbook, type StepRef, isRunbook, readRunbook} from '@handrail/runbook'
import type {Heading, Root, RootContent} from 'mdast'
import type {LeafDirective} from 'mdast-util-directive'
import {SKIP, visit} from 'unist-util-visit'
import type {MdxJsxFlowElement} from 'mdast-util-mdx-jsx'
import type {VFile} from 'vfile'
import {frameSettings} from './frame-settings.ts'
import {knownRunbooks} from './known-runbooks.ts'
import {placeRehearsals} from './remark-rehearsal.ts'
import {misfitOf, titleOf} from './runbook-refs.ts'

/**
 * Arranges runbooks for their page: the page itself where its front matter has the field
 * `runbook`, and wherever a `runbook` directive embeds one. Stands among Docusaurus'
 * `beforeDefaultRemarkPlugins`, after what resolves includes and tokens, so that headings and links
 * made here get ids, entries in the table of contents and addresses like all others.
 */
export function remarkRunbook() {
  return (tree: Root, file: VFile): void => {
    const head = (file.data['frontMatter'] ?? {}) as Record<string, unknown>
    placeRehearsals(tree, file)
    if (isRunbook(head)) framePage(tree, head, file)
    else embedRunbooks(tree, file)
  }
}

function framePage(tree: Root, head: Record<string, unknown>, file: VFile): void {
  const known = knownRunbooks()
  const {texts} = frameSettings()
  const original = known.get(basename(file.path, extname(file.path)))
  const isTranslation = original !== undefined && !isSameFile(original.path, file.path)
  const {runbook} = readRunbook({
    root: tree,
    head,
    path: file.path,
    runbooks: new Set(known.keys()),
    outcomeWords: {
      done: texts['outcome-done'],
      serving: texts['outcome-serving'],
      escalate: texts['outcome-escalate'],
    },
    ...(isTranslation && {original}),
  })
  if (!runbook) return
  const title = tree.children.filter((node) => node.type === 'heading' && node.depth === 1)
  const frame = frameRunbook(runbook, frameOptions(runbook, original?.path ?? file.path, ''))
  frame.data.hProperties['data-page'] = ''
  tree.children = [...title, ...components([frame])]
}

function isSameFile(one: string, other: string): boolean {
  return resolve(one) === resolve(other)
}

function embedRunbooks(tree: Root, file: VFile): void {
  let depth: Heading['depth'] = 1
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') depth = node.depth
    if (!isEmbedding(node) || !parent || index === undefined) return undefined
    const runbook = knownRunbooks().get(node.attributes?.['name'] ?? '')
    if (!runbook) {
      file.fail(`Unexpected runbook \`${node.attributes?.['name']}\`, expected a known one`, node)
    }
    parent.children.splice(index, 1, embedded(runbook, resolve(file.cwd, file.path), depth))
    return [SKIP, index + 1]
  })
}

function isEmbedding(node: {type: string}): node is LeafDirective {
  return node.type === 'leafDirective' && (node as LeafDirective).name === 'runbook'
}

function embedded(runbook: Runbook, host: string, depth: Heading['depth']): RootContent {
  const idPrefix = `${runbook.name}--`
  const own = structuredClone(runbook)
  for (const node of [...own.intro, ...own.steps.flatMap(({body}) => body)]) {
    visit(node, ['link', 'image', 'definition'], (target) => {
      if ('url' in target) target.url = moved(target.url, runbook.path, host, idPrefix)
    })
  }
  const options = {...frameOptions(own, host, idPrefix), headingShift: depth - 1}
  return components([frameRunbook(own, options)])[0]!
}

/** A link of one page as it has to be written on another: steps by their id there, files anew. */
function moved(url: string, from: string, to: string, idPrefix: string): string {
  if (url.startsWith('#')) return `#${idPrefix}${url.slice(1)}`
  if (/^([a-z][a-z+.-]*:|\/)/i.test(url)) return url
  return posix(relative(dirname(to), join(dirname(from), url)))
}

function posix(path: string): string {
  return path.replaceAll(sep, '/')
}

/** Elements of a runbook that a theme draws. */
const themeNames: Readonly<Record<string, string>> = {
  'handrail-runbook': 'Runbook',
  section: 'RunbookStep',
  'handrail-command': 'RunbookCommand',
  'handrail-choices': 'RunbookChoices',
}

/**
 * Frames as the theme's components, which a site may swizzle. MDX looks names up in the theme's
 * components only where they can be variables, so that the elements' own names would stay.
 */
function components(nodes: readonly RootContent[]): RootContent[] {
  return nodes.map((node) => {
    if (node.type !== 'runbookFrame') return node
    const children = components(node.children as RootContent[])
    const name = themeNames[node.data.hName]
    return name ? component(name, node, children) : {...node, children}
  })
}

function component(name: string, {data}: Frame, children: readonly RootContent[]): RootContent {
  const attributes = Object.entries(data.hProperties).map(([property, value]) => ({
    type: 'mdxJsxAttribute' as const,
    name: property,
    value: Array.isArray(value) ? value.join(' ') : String(value),
  }))
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes,
    children: children as MdxJsxFlowElement['children'],
  }
}

function frameOptions(runbook: Runbook, page: string, idPrefix: string): FrameOptions {
  const {texts, triage, dangers} = frameSettings()
  const known = knownRunbooks()
  return {
    texts,
    idPrefix,
    misfit: misfitOf(runbook, known, triage),
    danger: (step) => dangers.get(`${runbook.name}#${step}`),
    href: (ref) => href(runbook, ref, page, idPrefix),
    title: (ref) => titleOf(known, ref),
  }
}

/** Links to steps here by fragment, to other runbooks by file, which Docusaurus makes an address. */
function href(runbook: Runbook, ref: StepRef, page: string, idPrefix: string): string {
  if (!ref.runbook) return `#${idPrefix}${ref.step}`
  const target = knownRunbooks().get(ref.runbook)
  const file = target ? posix(relative(dirname(page), target.path)) : `${ref.runbook}.md`
  return ref.step ? `${file}#${ref.step}` : file
}
