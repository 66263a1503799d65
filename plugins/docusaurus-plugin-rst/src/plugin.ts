import path from 'node:path'
import {fileURLToPath} from 'node:url'
import type {LoadContext, OptionValidationContext, Plugin, PluginOptions} from '@docusaurus/types'
import {uniqueMessages} from '@handrail/check'
import {loadFreshModule} from '@docusaurus/utils'
import {aliasRoutes} from './aliases.ts'
import {allPaths, contentFolders, type ContentSource} from './content.ts'
import {Engine, type EngineContext} from './engine.ts'
import {setEngine, theEngine} from './engine-state.ts'
import {fingerprint, sourceFolders} from './fingerprint.ts'
import {widenModuleRules} from './module-rule.ts'
import {type NormalizedOptions, optionsSchema, type RstPluginOptions} from './options.ts'
import {report} from './report.ts'
import {writeIfChanged} from './write-if-changed.ts'

const pluginName = 'docusaurus-plugin-rst'
const isProduction = (): boolean => process.env['NODE_ENV'] === 'production'

/** The Docusaurus plugin behind `withRst`. */
export function rstPlugin(
  context: LoadContext,
  options: PluginOptions,
  sources: readonly ContentSource[],
): Plugin {
  const normalized = options as unknown as NormalizedOptions
  const engineContext = engineContextOf(context, normalized, sources)
  let reported: string | undefined
  setEngine(new Engine(engineContext))

  return {
    name: pluginName,

    getPathsToWatch() {
      const folders = allPaths(engineContext.contentFolders)
      const pages = folders.map(
        (folder) => `${folder}/**/*{.md,.mdx,${normalized.suffixes.join()}}`,
      )
      const code = ownSources().map((folder) => `${folder}/**/*`)
      return [...pages, ...watchedFragments(normalized.includeRoots, context), ...code]
    },

    async loadContent() {
      const found = fingerprint(normalized)
      if (found !== theEngine().context.fingerprint) {
        setEngine(await freshEngine({...engineContext, fingerprint: found}))
      }
      theEngine().refresh()
    },

    allContentLoaded({allContent, actions}) {
      const engine = theEngine()
      engine.routes.update(allContent)
      for (const route of aliasRoutes(normalized.aliases, allContent, context)) {
        actions.addRoute(route)
      }
      const messages = uniqueMessages(engine.check())
      // Only now: seeing it change, the bundler compiles all pages again.
      writeIfChanged(engineContext.fingerprintFile, engine.context.fingerprint)
      // Once: a writer would wait for it after every edit.
      if (reported === undefined) engine.remember()
      const names = messages.map(({name, reason}) => name + reason).join()
      if (names === reported) return
      reported = names
      report(messages, normalized.onMessage, isProduction())
    },

    getThemePath: () => fileURLToPath(new URL('./theme', import.meta.url)),
    getTypeScriptThemePath: () => fileURLToPath(new URL('./theme', import.meta.url)),

    configureWebpack: (config) => widenModuleRules(config.module?.rules ?? [], normalized.suffixes),
  }
}

rstPlugin.validateOptions = ({
  validate,
  options,
}: OptionValidationContext<RstPluginOptions, NormalizedOptions>): NormalizedOptions =>
  validate(optionsSchema, options)

function engineContextOf(
  context: LoadContext,
  options: NormalizedOptions,
  sources: readonly ContentSource[],
): EngineContext {
  const {siteDir, generatedFilesDir, i18n} = context
  const generated = path.join(generatedFilesDir, pluginName)
  const generatedInLocale = path.join(generated, i18n.currentLocale)
  return {
    siteDir,
    options,
    contentFolders: contentFolders(sources, context),
    fingerprintFile: path.join(generated, 'fingerprint'),
    fingerprint: fingerprint(options),
    memoryFile: path.join(generatedInLocale, 'pages'),
    answersFolder: path.join(generatedInLocale, 'answers'),
  }
}

/**
 * Patterns of fragments. Their folder may have the site in it, and with it thousands of files that
 * change because the site is made: each would have it made again.
 */
export function watchedFragments(
  includeRoots: readonly string[],
  {
    siteDir,
    generatedFilesDir,
    outDir,
  }: Pick<LoadContext, 'siteDir' | 'generatedFilesDir' | 'outDir'>,
): string[] {
  const made = [generatedFilesDir, outDir].map(
    (folder) => `!${path.relative(siteDir, folder).replaceAll(path.sep, '/')}/**`,
  )
  const fragments = includeRoots.flatMap((folder) => [
    `${folder}/**/*`,
    `!${folder}/**/node_modules/**`,
    `!${folder}/**/.git/**`,
  ])
  return [...fragments, ...made]
}

/** Code of ours that may be edited while a server runs: not that of an installed package. */
function ownSources(): string[] {
  return sourceFolders.filter((folder) => !folder.includes('node_modules'))
}

/** The engine of the code as it is now, not as it was when the server started. */
async function freshEngine(context: EngineContext): Promise<Engine> {
  const file = fileURLToPath(new URL(`./engine${path.extname(import.meta.url)}`, import.meta.url))
  const module = (await loadFreshModule(file)) as {Engine: typeof Engine}
  return new module.Engine(context)
}
