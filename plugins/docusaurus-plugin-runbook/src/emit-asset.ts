import type {Compiler} from 'webpack'

/** A bundler plugin that puts one file among the assets, in a build and in the writer's mode. */
export function emitAsset(name: string, text: string): {apply(compiler: Compiler): void} {
  return {
    apply(compiler) {
      const {Compilation, sources} = compiler.webpack
      compiler.hooks.thisCompilation.tap('emit-asset', (compilation) => {
        const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL
        compilation.hooks.processAssets.tap({name: 'emit-asset', stage}, () =>
          compilation.emitAsset(name, new sources.RawSource(text)),
        )
      })
    },
  }
}
