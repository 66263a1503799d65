import {siteSettings} from 'remark-rst/site'
import type {RstPluginOptions} from './options.ts'

/**
 * The options that say what the field `handrail` of a site's package.json says, so that the site
 * and the command `handrail`, which reads no configuration of Docusaurus, read pages in one way.
 */
export function siteOptions(siteDir: string): RstPluginOptions {
  const settings = siteSettings(siteDir)
  const {includes, prolog, epilog, exclude, includeBase} = settings
  const {defaultRole, suffixes, rootDocument, components, externalLinks, severities} = settings
  return {
    ...{includeRoots: [...includes], prolog: [...prolog], epilog: [...epilog]},
    ...{exclude: [...exclude], includeBase, ...(defaultRole && {defaultRole})},
    ...(suffixes && {suffixes: [...suffixes]}),
    ...(rootDocument && {rootDocument}),
    ...(components && {components}),
    ...(externalLinks && {externalLinks: {...externalLinks}}),
    ...(severities && {severities: {...severities}}),
  }
}
