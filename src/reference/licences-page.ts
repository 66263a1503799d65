import {type LockFile, licencesOf} from '../licences/licences-of.ts'
import {pageOf, tableOf} from './page-of.ts'

/** The packages that the site and the command are made of, by licence, from the lock file. */
export function licencesPage(lock: LockFile): string {
  const licences = licencesOf(lock)
  const count = licences.reduce((total, {packages}) => total + packages.length, 0)
  const rows = licences.map(({licence, packages}) => [
    licence,
    String(packages.length),
    packages.join(', '),
  ])
  return pageOf('Licences', 'Every package that the lock file installs for use, by its licence.', [
    `${count} packages, those for development left out. \`npm run sbom\` writes a CycloneDX list of all packages with their checksums, those for development marked.`,
    tableOf(['licence', 'packages', 'names'], rows),
  ])
}
