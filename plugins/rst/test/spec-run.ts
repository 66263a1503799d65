import {
  applyTransforms,
  directives,
  type DirectiveSpec,
  type DocumentState,
  type FileRequest,
  type LoadedFile,
  type Message,
  parse,
  type RoleSpec,
  roles,
  type Settings,
  sphinxDirectives,
  sphinxRoles,
} from '../src/index.ts'
import type {Example} from './spec-file.ts'

const path = 'test data'

/**
 * Parses an example's `rst` fence. The fence's info may say `sphinx` (its directives and roles are
 * known), `base=document` (includes are relative to the document), `settings={…}` and
 * `transforms=A,B` (they are applied). Fences `file path=…` are the files there are.
 */
export function parseExample(example: Example): DocumentState {
  const {content, info} = example.fences.find(({language}) => language === 'rst')!
  const words = info.split(/ (?![^{]*\})/)
  const value = (key: string): string | undefined =>
    words.find((word) => word.startsWith(`${key}=`))?.slice(key.length + 1)
  const sphinx = words.includes('sphinx')
  const files = filesOf(example)
  const document = parse(`${content}\n`, {
    path,
    settings: JSON.parse(value('settings') ?? '{}') as Partial<Settings>,
    includeBase: value('base') === 'document' ? 'document' : 'file',
    load: (request) => load(files, request),
    directives: sphinx ? withSphinxDirectives : directives,
    roles: sphinx ? withSphinxRoles : roles,
  })
  const transforms = value('transforms')
  if (transforms) applyTransforms(document, transforms.split(','))
  return document
}

const withSphinxDirectives: readonly DirectiveSpec[] = [...directives, ...sphinxDirectives]
const withSphinxRoles: readonly RoleSpec[] = [...roles, ...sphinxRoles]

function filesOf(example: Example): ReadonlyMap<string, string> {
  const fences = example.fences.filter(({language}) => language === 'file')
  return new Map(fences.map(({info, content}) => [info.replace('path=', ''), `${content}\n`]))
}

function load(files: ReadonlyMap<string, string>, {path}: FileRequest): LoadedFile {
  const text = files.get(path)
  if (text !== undefined) return {path, text}
  const isFolder = [...files.keys()].some((name) => name.startsWith(`${path}/`))
  return {path, refusal: {reason: isFolder ? 'folder' : 'missing'}}
}

/** A message as specifications write it: `error 3:1 rule-id Sentence`, with the file if another. */
export function messageLine({severity, place, ruleId, reason}: Message): string {
  const file = place.file === path ? '' : `${place.file}:`
  return `${severity} ${file}${place.line}:${place.column} ${ruleId} ${reason}`
}
