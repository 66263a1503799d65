/** What is read of a lock file of version 3, as npm writes it. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

interface LockedPackage {
  readonly license?: string
  readonly version?: string
  readonly resolved?: string
  /** A package of this repository. */
  readonly link?: boolean
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}

/** A licence, and the packages under it as `name@version`, in the order of their names. */
export interface Licence {
  readonly licence: string
  readonly packages: readonly string[]
}

/** Packages whose manifest names no licence in the form of today, read by hand in their files. */
const readByHand: Readonly<Record<string, string>> = {
  'eval@0.1.8': 'MIT',
  'format@0.2.2': 'MIT',
  'require-like@0.1.2': 'MIT',
}

/** Licences of everything that is installed for use, the most frequent first. */
export function licencesOf({packages}: LockFile): Licence[] {
  const byLicence = new Map<string, Set<string>>()
  for (const [path, {license, version, link, dev}] of Object.entries(packages)) {
    const name = nameOf(path)
    if (name === undefined || link || dev) continue
    const identity = `${name}@${version}`
    const licence = license ?? readByHand[identity] ?? 'unknown'
    byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(identity))
  }
  return [...byLicence]
    .map(([licence, names]) => ({licence, packages: [...names].sort()}))
    .sort((a, b) => b.packages.length - a.packages.length || (a.licence < b.licence ? -1 : 1))
}

/** The name of an installed package by its place; nothing for a workspace. */
function nameOf(path: string): string | undefined {
  const [, name] = /.*node_modules\/(.+)$/.exec(path) ?? []
  return name
}
