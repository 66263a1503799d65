// Bundles the command to dist/handrail.mjs: one file, so that it starts fast and can be copied to a
// host where only Node is. What only `handrail pdf` needs (a compiler with native parts) stays outside.
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const folder = fileURLToPath(new URL('.', import.meta.url))

await build({
  absWorkingDir: folder,
  entryPoints: ['src/handrail.ts'],
  outfile: 'dist/handrail.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  external: ['docusaurus-plugin-handbook/*'],
  // CommonJS dependencies in the bundle ask for `require`.
  banner: {
    js: "import {createRequire as bundledRequire} from 'node:module';const require = bundledRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
