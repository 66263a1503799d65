import type {Options as DocsOptions} from '@docusaurus/plugin-content-docs'
import type {UserThemeConfig} from '@docusaurus/theme-common'
import type {Config} from '@docusaurus/types'
import {compilerMissing} from '@handrail/handbook'
import {withRst} from 'docusaurus-plugin-rst'
import {remarkRunbook} from 'docusaurus-plugin-runbook/remark'
import {handrail, homepage} from './package.json'
import {codeTheme} from './src/code-theme.ts'
import {contentSecurityPolicy} from './src/content-security-policy/index.ts'
import {localSearch} from './src/search/index.ts'

/** The handbook is on the site where it can be printed. */
const handbookLink = compilerMissing()
  ? []
  : [{href: 'pathname:///handbook.pdf', label: 'Handbook (PDF)', position: 'right' as const}]

/** Where the text of the pages is kept. */
const source = process.env['SITE_SOURCE'] ?? `${homepage}/source`
const defaultLocale = 'en'

function sourceFolder(locale: string): string {
  return locale === defaultLocale
    ? handrail.docs
    : `i18n/${locale}/docusaurus-plugin-content-docs/current`
}

const guideLicence = 'https://creativecommons.org/licenses/by/4.0/'

const config: Config = {
  title: 'Handrail',
  tagline: 'Two servers, one service: how the cluster works, and what to do when it does not',
  // The address the site is published at; canonical links and the sitemap need one.
  url: process.env['SITE_URL'] ?? homepage,
  baseUrl: '/',
  i18n: {
    defaultLocale,
    locales: [defaultLocale, 'de'],
    // Built alone, a language would otherwise take the place of the first one.
    localeConfigs: {en: {label: 'English'}, de: {label: 'Deutsch', baseUrl: '/de/'}},
  },
  favicon: 'img/favicon.svg',
  headTags: [{tagName: 'link', attributes: {rel: 'manifest', href: '/manifest.webmanifest'}}],
  // Its script and style are inline, and a wrong base URL shows soon enough.
  baseUrlIssueBanner: false,
  future: {v4: true, faster: true},
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    // .md is CommonMark, in which `<` and `{` are text; .mdx is MDX.
    format: 'detect',
    emoji: false,
    hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'},
  },
  clientModules: ['./src/field-notes/index.ts'],
  plugins: [
    [
      '@docusaurus/plugin-content-docs',
      {
        path: handrail.docs,
        routeBasePath: '/',
        sidebarPath: './sidebars.ts',
        editUrl: ({locale, docPath}) => `${source}/edit/main/${sourceFolder(locale)}/${docPath}`,
        beforeDefaultRemarkPlugins: [remarkRunbook],
      } satisfies DocsOptions,
    ],
    '@docusaurus/plugin-css-cascade-layers',
    '@docusaurus/plugin-sitemap',
    'docusaurus-plugin-handbook',
    localSearch({exclude: ['reference/generated/examples/', 'reference/generated/licences']}),
    contentSecurityPolicy,
    [
      'docusaurus-plugin-offline',
      // What an incident needs: the first page, every runbook, and all that they load; the handbook.
      {
        first: ['index.html', '404.html', 'runbooks/**', 'assets/handrail/**', 'assets/css/**'],
        next: ['handbook.pdf'],
      },
    ],
  ],
  themes: [
    ['@docusaurus/theme-classic', {customCss: './src/css/site.css'}],
    // Among the themes, after the one whose Markdown components it adds to.
    'docusaurus-plugin-runbook',
  ],
  themeConfig: {
    image: 'img/social-card.png',
    colorMode: {respectPrefersColorScheme: true},
    docs: {sidebar: {hideable: true}},
    tableOfContents: {minHeadingLevel: 2, maxHeadingLevel: 4},
    navbar: {
      title: 'Handrail',
      logo: {alt: '', src: 'img/mark.svg', srcDark: 'img/mark-dark.svg', width: 28, height: 28},
      items: [
        {to: '/runbooks/triage', label: 'Something is wrong now', position: 'left'},
        {type: 'docSidebar', sidebarId: 'guide', label: 'Guide', position: 'left'},
        {type: 'docSidebar', sidebarId: 'runbooks', label: 'Runbooks', position: 'left'},
        {type: 'doc', docId: 'rehearsal', label: 'Rehearsal', position: 'left'},
        {type: 'docSidebar', sidebarId: 'reference', label: 'Reference', position: 'left'},
        ...handbookLink,
        {type: 'localeDropdown', position: 'right'},
      ],
    },
    footer: {
      copyright:
        `Text under <a href="${guideLicence}" rel="license">CC BY 4.0</a>, ` +
        'code under the MIT licence. © The Handrail authors.',
    },
    prism: {
      theme: codeTheme,
      darkTheme: codeTheme,
      additionalLanguages: ['bash', 'ini', 'ruby', 'json', 'diff'],
    },
  } satisfies UserThemeConfig,
}

export default withRst(config, {
  includeRoots: handrail.includes,
  prolog: handrail.prolog,
  aliases: {'/high-availability': '/server/high-availability'},
})
