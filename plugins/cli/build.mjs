// Bundles the command twice, into the folder named or into dist: handrail.mjs is one file to be copied
// to a host where only Node is; parts/ is what node_modules/.bin starts, cut so that each command
// loads only what it needs. What only `handrail pdf` needs is a file of its own in both: it wants a
// compiler with native parts beside it anyway.
import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const folder = fileURLToPath(new URL('.', import.meta.url))
const out = resolve(process.argv[2] ?? `${folder}dist`)

const printer = 'docusaurus-plugin-handbook/build-handbook'

/** Has the command load the printer from its own file, when it prints. */
const printerAt = (path) => ({
  name: 'printer-apart',
  setup({onResolve}) {
    onResolve({filter: new RegExp(`^${printer}$`)}, ({kind}) =>
      kind === 'dynamic-import' ? {path, external: true} : undefined,
    )
  },
})

const common = {
  absWorkingDir: folder,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // CommonJS dependencies in the bundle ask for `require`.
  banner: {
    js: "import {createRequire as bundledRequire} from 'node:module';const require = bundledRequire(import.meta.url);",
  },
  logLevel: 'warning',
  write: false,
}

const built = await Promise.all([
  build({
    ...common,
    entryPoints: ['src/handrail.ts'],
    outfile: `${out}/handrail.mjs`,
    plugins: [printerAt('./print.mjs')],
  }),
  build({
    ...common,
    entryPoints: ['src/handrail.ts'],
    splitting: true,
    sourcemap: 'linked',
    outdir: `${out}/parts`,
    outExtension: {'.js': '.mjs'},
    chunkNames: '[name]-[hash]',
    plugins: [printerAt('../print.mjs')],
  }),
  build({...common, entryPoints: [printer], outfile: `${out}/print.mjs`}),
])

// What stands is replaced only by what could be built.
rmSync(out, {recursive: true, force: true})
for (const {path, contents} of built.flatMap(({outputFiles}) => outputFiles)) {
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, contents)
}
