// Bundles the command to dist/handrail.mjs: one file, so that it starts fast and can be copied to a
// host where only Node is. What only `handrail pdf` needs is a file of its own: it wants a compiler
// with native parts beside it anyway.
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const folder = fileURLToPath(new URL('.', import.meta.url))

const printer = 'docusaurus-plugin-handbook/build-handbook'

/** Has the command load the printer from its own file, when it prints. */
const printerApart = {
  name: 'printer-apart',
  setup({onResolve}) {
    onResolve({filter: new RegExp(`^${printer}$`)}, ({kind}) =>
      kind === 'dynamic-import' ? {path: './print.mjs', external: true} : undefined,
    )
  },
}

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
}

await Promise.all([
  build({
    ...common,
    entryPoints: ['src/handrail.ts'],
    outfile: 'dist/handrail.mjs',
    plugins: [printerApart],
  }),
  build({...common, entryPoints: [printer], outfile: 'dist/print.mjs'}),
])
