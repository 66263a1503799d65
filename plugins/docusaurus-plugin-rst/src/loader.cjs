'use strict'

/**
 * Tells the bundler which files a page depends on beside its own: what it includes, the
 * substitution files, the fingerprint of the parser. Without this the bundler's cache would go on
 * serving a page after a fragment has changed.
 */
module.exports = function registerDependencies(source) {
  const engine = globalThis[Symbol.for('docusaurus-plugin-rst/engine')]
  const {present, missing} = engine.dependencies(this.resourcePath)
  for (const file of present) this.addDependency(file)
  for (const file of missing) this.addMissingDependency(file)
  return source
}
