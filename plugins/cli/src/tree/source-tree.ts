import {join} from 'node:path'
import {
  type CommonText,
  directives,
  externalLinkRoles,
  globPattern,
  type Load,
  type ParseOptions,
  readCommonText,
  roles,
  sphinxDirectives,
  sphinxRoles,
  sphinxSettings,
  unknownRole,
} from '@handrail/rst'
import {type SphinxProject, sphinxProject} from '../init/sphinx-project.ts'
import {pagesIn} from './source-pages.ts'
import {sphinxSubstitutions} from './sphinx-substitutions.ts'
import {commonFiles, type TreeReaderOptions} from './tree-answer.ts'

/** A folder of pages that refer to each other, and how they are read. */
export interface SourceTree {
  parsing: ParseOptions
  /** The paths of all pages, below the root. */
  pages(): string[]
}

/** Endings of pages where no `conf.py` names them. */
export const suffixes = ['.rst', '.txt']

const allDirectives = [...directives, ...sphinxDirectives]
/** A role that nobody knows leaves its source, as Sphinx shows it. */
const allRoles = [...roles, ...sphinxRoles.filter((role) => role !== unknownRole)]

/**
 * Reads what the pages of a folder below the root have in common: what its `conf.py` says, unless
 * the command line says something else.
 */
export function sourceTree(folder: string, options: TreeReaderOptions, load: Load): SourceTree {
  const project = projectIn(join(options.root, folder))
  const parsing: ParseOptions = {
    load,
    includeBase: options.includeBase,
    directives: allDirectives,
    roles: [...allRoles, ...externalLinkRoles(project?.externalLinks)],
    settings: sphinxSettings,
  }
  return {
    parsing: {...parsing, ...commonText(folder, project, options, parsing)},
    pages() {
      const isExcluded = excluded(folder, project)
      const names = pagesIn(options.root, folder, project?.suffixes ?? suffixes)
      return names.filter((name) => !isExcluded(name))
    },
  }
}

function projectIn(folder: string): SphinxProject | undefined {
  try {
    return sphinxProject(folder)
  } catch {
    return undefined
  }
}

function commonText(
  folder: string,
  project: SphinxProject | undefined,
  options: TreeReaderOptions,
  parsing: ParseOptions,
): Pick<CommonText, 'prolog' | 'epilog'> {
  const given = commonFiles(options, parsing.load!)
  const configured = (text: string | undefined) =>
    text ? [{path: join(folder, 'conf.py'), text}] : []
  const {prolog, epilog} = readCommonText(
    {
      substitutions: sphinxSubstitutions(join(options.root, folder)),
      prolog: options.prolog.length > 0 ? given.prolog : configured(project?.prolog),
      epilog: options.epilog.length > 0 ? given.epilog : configured(project?.epilog),
      defaultRole: given.defaultRole ?? project?.defaultRole,
    },
    parsing,
  )
  return {prolog, epilog}
}

/** Whether a path is one of those, or in one of the folders, that `exclude_patterns` names. */
function excluded(folder: string, project: SphinxProject | undefined): (path: string) => boolean {
  const patterns = (project?.exclude ?? []).map(globPattern)
  if (patterns.length === 0) return () => false
  const start = folder === '' ? 0 : folder.length + 1
  return (path) => {
    const parts = path.slice(start).split('/')
    return parts.some((_, i) => {
      const outer = parts.slice(0, i + 1).join('/')
      return patterns.some((pattern) => pattern.test(outer))
    })
  }
}
