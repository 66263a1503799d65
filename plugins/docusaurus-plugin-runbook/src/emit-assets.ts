import type {Compiler} from 'webpack'
import type {ScriptFile} from './stepper-script.ts'

/** A bundler plugin that puts files among the assets, in a build and in the writer's mode. */
export function emitAssets(files: () => readonly ScriptFile[]): {apply(compiler: Compiler): void} {
  return {
    apply(compiler) {
      const {Compilation, sources} = compiler.webpack
      compiler.hooks.thisCompilation.tap('runbook', (compilation) => {
        const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL
        compilation.hooks.processAssets.tap({name: 'runbook', stage}, () => {
          for (const {name, code} of files())
            compilation.emitAsset(name, new sources.RawSource(code))
        })
      })
    },
  }
}
