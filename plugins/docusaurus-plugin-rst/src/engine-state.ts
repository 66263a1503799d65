import type {Engine} from './engine.ts'

const key = Symbol.for('docusaurus-plugin-rst/engine')
const shared = globalThis as {[key]?: Engine}

/**
 * The one engine of the build. The configuration, the plugins and the bundler's loader may each
 * have their own copy of this package's modules, so it is kept where all of them find it.
 */
export function theEngine(): Engine {
  const engine = shared[key]
  if (!engine) throw new Error('docusaurus-plugin-rst is used before its plugin was initialised')
  return engine
}

export function setEngine(engine: Engine): void {
  shared[key] = engine
}
