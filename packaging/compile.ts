import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import ts from 'typescript'

const compilerOptions: ts.CompilerOptions = {
  noEmit: false,
  declaration: true,
  declarationMap: true,
  sourceMap: true,
  rewriteRelativeImportExtensions: true,
  // `npm run check` does it, and the worker of the offline plugin wants types of its own.
  noCheck: true,
}

/**
 * Compiles the sources of several workspaces in one go: `FOLDER/rst/src/parse.js`, `parse.d.ts` and
 * their maps for `plugins/rst/src/parse.ts`.
 *
 * @param root the repository
 * @param folders with sources, below `plugins`
 * @throws Error with the compiler's words where a declaration cannot be written
 */
export function compile(root: string, folders: readonly string[], outDir: string): void {
  const files = folders.flatMap(filesBelow).filter((file) => /\.tsx?$/.test(file))
  const {config} = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const {options} = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const rootDir = join(root, 'plugins')
  const program = ts.createProgram(files, {...options, ...compilerOptions, rootDir, outDir})
  const {diagnostics} = program.emit()
  if (diagnostics.length) throw new Error(ts.formatDiagnostics(diagnostics, formatHost))
}

/** The paths of all files below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const formatHost: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => '.',
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
}
