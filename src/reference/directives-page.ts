import {
  type DirectiveSpec,
  type RoleSpec,
  directives,
  roles,
  sphinxDirectives,
  sphinxRoles,
} from '@handrail/rst'
import {pageOf, tableOf} from './page-of.ts'

/** Every directive that the parser knows, with its arguments and options. */
export function directivesPage(): string {
  return pageOf('Directives', 'What may stand after `..` in reStructuredText.', [
    '## Of docutils',
    directiveTable(directives),
    '## Of Sphinx',
    directiveTable(ownOnly(sphinxDirectives, directives)),
  ])
}

/** Every role that the parser knows. */
export function rolesPage(): string {
  return pageOf('Roles', 'What may stand in front of interpreted text.', [
    '## Of docutils',
    roleTable(roles),
    '## Of Sphinx',
    roleTable(ownOnly(sphinxRoles, roles)),
  ])
}

function ownOnly<T>(all: readonly T[], others: readonly T[]): T[] {
  return all.filter((spec) => !others.includes(spec))
}

function directiveTable(specs: readonly DirectiveSpec[]): string {
  const rows = specs.map((spec) => [
    names(spec),
    Object.keys(spec.options ?? {})
      .map((name) => `\`:${name}:\``)
      .join(' '),
    spec.doc,
  ])
  return tableOf(['directive', 'options', 'what it does'], rows)
}

function roleTable(specs: readonly RoleSpec[]): string {
  return tableOf(
    ['role', 'what it does'],
    specs.map((spec) => [names(spec), spec.doc]),
  )
}

function names({name, aliases = []}: {name: string; aliases?: readonly string[]}): string {
  return [name, ...aliases].map((one) => `\`${one}\``).join(', ')
}
