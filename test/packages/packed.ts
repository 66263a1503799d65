import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {checkPackage, createPackageFromTarballData} from '@arethetypeswrong/core'
import {publint} from 'publint'
import {formatMessage} from 'publint/utils'
import ts from 'typescript'
import type {Packed} from '../../packaging/pack.ts'
import type {PublishedManifest} from '../../packaging/published-manifest.ts'

/** The package.json that is published. */
export function manifestOf({folder}: Packed): PublishedManifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** What publint has to say about a tarball. */
export async function lintProblems(packed: Packed): Promise<string[]> {
  const tarball = new Uint8Array(readFileSync(packed.tarball)).buffer
  const {messages} = await publint({pack: {tarball}, strict: true})
  return messages.map((message) => formatMessage(message, manifestOf(packed)) ?? message.code)
}

/**
 * What "Are the types wrong?" has to say about a tarball, for those who import it as a module. Files
 * that are read or run instead of imported have no types.
 */
export async function typeProblems(packed: Packed): Promise<string[]> {
  const {exports} = manifestOf(packed)
  const excludeEntrypoints = Object.keys(exports).filter(
    (name) => typeof exports[name] === 'string',
  )
  const archive = createPackageFromTarballData(new Uint8Array(readFileSync(packed.tarball)))
  const analysis = await checkPackage(archive, {excludeEntrypoints})
  if (!analysis.types)
    return Object.values(exports).some((one) => typeof one !== 'string') ? ['no types'] : []
  return analysis.problems
    .filter((problem) => !('resolutionKind' in problem) || isOfModules(problem.resolutionKind))
    .map((problem) => JSON.stringify(problem))
}

function isOfModules(resolution: string): boolean {
  return resolution === 'node16-esm' || resolution === 'bundler'
}

/** Imports in a library of what it does not depend on, as `file: package`. */
export function undeclaredImports(packed: Packed): string[] {
  const {name, bin, dependencies, peerDependencies, optionalDependencies} = manifestOf(packed)
  if (bin) return []
  const declared = {...dependencies, ...peerDependencies, ...optionalDependencies}
  const known = new Set([name, ...Object.keys(declared)])
  const dist = join(packed.folder, 'dist')
  const files = readdirSync(dist, {recursive: true, encoding: 'utf8'})
  return files
    .filter((file) => /\.([cm]?js|d\.ts)$/.test(file))
    .flatMap((file) => {
      const missing = packagesIn(join(dist, file)).filter(
        (one) => !known.has(one) && !known.has(`@types/${one}`),
      )
      return missing.map((one) => `${file}: ${one}`)
    })
}

/** Names that Docusaurus' bundler resolves itself: `@theme/…`, `@docusaurus/Head`. */
const ofDocusaurus = /^@theme|^@docusaurus\/(?:[A-Z]|use[A-Z])/

function packagesIn(file: string): string[] {
  const {importedFiles} = ts.preProcessFile(readFileSync(file, 'utf8'), true, true)
  return importedFiles
    .map(({fileName}) => fileName)
    .filter((name) => !/^(?:\.|node:)/.test(name) && !ofDocusaurus.test(name))
    .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0])
}
