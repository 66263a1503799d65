import {spawnSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {sitePages, siteReader, siteSettings} from 'remark-rst/site'
import {afterAll, describe, expect, test} from 'vitest'
import {pythonAssignments} from '../src/init/python-values.ts'
import {sphinxProject} from '../src/init/sphinx-project.ts'
import {openPty} from './pty.ts'

const command = fileURLToPath(new URL('../bin/handrail.mjs', import.meta.url))
const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, {recursive: true, force: true})))

/** A folder with these files. */
function tree(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'init-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
  return folder
}

function init(cwd: string, ...words: string[]) {
  return spawnSync(process.execPath, [command, 'init', ...words], {cwd, encoding: 'utf8'})
}

describe('what conf.py says is known without running it', () => {
  const read = (path: string): string => {
    if (path === 'VERSION') return '4.2\n'
    throw new Error(`no ${path}`)
  }

  test.each([
    ["a = 'text'", 'text'],
    ["a = u'text'", 'text'],
    ["a = r'\\d'", '\\d'],
    ["a = 'it\\'s' \" one\"", "it's one"],
    ['a = """two\nlines"""', 'two\nlines'],
    ["a = ('in ' +\n     'brackets')", 'in brackets'],
    ["b = 'x'\na = b + '.rst'", 'x.rst'],
    ["b = 'x'\na = f'{b}-{b}'", 'x-x'],
    ["a = '{}/{}'.format('x', 'y')", 'x/y'],
    ["a = ', '.join(['x', 'y'])", 'x, y'],
    ["a = ['x']\na += ['y']", ['x', 'y']],
    ["a = {'.rst': 'restructuredtext'}", {'.rst': 'restructuredtext'}],
    ["a = open('VERSION').read().strip()", '4.2'],
    ["with open('VERSION') as f:\n    a = f.read()", '4.2\n'],
    ["a = 'v'\nwith open('VERSION') as f:\n    b = f.read()\n    a += b", 'v4.2\n'],
    ["import os\na = open(os.path.join(os.path.dirname(__file__), 'VERSION')).read()", '4.2\n'],
    ["from pathlib import Path\na = (Path(__file__).parent / 'VERSION').read_text()", '4.2\n'],
    ['a = True  # a comment', true],
  ])('%s', (source, value) => {
    expect(pythonAssignments(source, read).values.get('a')).toEqual(value)
  })

  test.each([
    'a = compute()',
    "a = open('NOWHERE').read()",
    "a = [name for name in ('x', 'y')]",
    "a = os.environ['A']",
    "a = __import__('os').system('touch /tmp/run')",
  ])('%s needs Python', (source) => {
    const {values, unread} = pythonAssignments(source, read)
    expect(values.has('a')).toBe(false)
    expect(unread.has('a')).toBe(true)
  })

  test('lines within a condition or a function are not read', () => {
    const source = "if x:\n    a = 1\ndef f():\n    c = 2\nb = 'out'"
    const {values, unread} = pythonAssignments(source, read)
    expect([...values]).toEqual([['b', 'out']])
    expect([...unread]).toEqual([['a', 2]])
  })
})

describe('a Sphinx project', () => {
  const project = (conf: string) => sphinxProject(tree({'conf.py': conf}))

  test('has Sphinx’ defaults', () => {
    expect(project("project = 'P'")).toMatchObject({
      ...{title: 'P', language: 'en', rootDoc: 'index', suffixes: ['.rst'], exclude: []},
      ...{prolog: '', epilog: '', unread: []},
    })
  })

  test.each([
    ["source_suffix = '.txt'", {suffixes: ['.txt']}],
    ["source_suffix = ['.rst', '.md', '.txt']", {suffixes: ['.rst', '.txt']}],
    ["source_suffix = {'.inc': 'restructuredtext', '.md': 'markdown'}", {suffixes: ['.inc']}],
    ["master_doc = 'contents'", {rootDoc: 'contents'}],
    ["root_doc = 'contents'", {rootDoc: 'contents'}],
    ["exclude_patterns = ['_build', '**/old']", {exclude: ['_build', '**/old']}],
    ["version = '1.2'\nrst_epilog = '.. |x| replace:: y\\n'", {epilog: /\|x\|[^]*\|version\|/}],
    ["default_role = 'any'", {defaultRole: 'any'}],
    ["project = 'P'\nhtml_title = compute()", {title: 'P', unread: []}],
    ['rst_prolog = compute()', {unread: ['rst_prolog (line 1)']}],
    [
      'version = read()',
      {unread: ['version (line 1)'], blank: ['version'], epilog: '.. |version| replace:: \\ \\\n'},
    ],
    [
      "try:\n    import p\n    release = p.release\nexcept ImportError:\n    release = ''",
      {unread: ['release (line 3)'], blank: ['release'], epilog: /\|release\|/},
    ],
    ["if x:\n    language = 'fr'\nlanguage = 'de'", {language: 'de', unread: []}],
    ['def setup(app):\n    version = read()', {unread: [], blank: [], epilog: ''}],
    [
      "extlinks = {'issue': ('https://t.example/%s', '#%s'), 'pr': ('https://p.example/%s', None)}",
      {externalLinks: {issue: ['https://t.example/%s', '#%s'], pr: ['https://p.example/%s', null]}},
    ],
  ])('%s', (conf, expected) => {
    const found = project(conf)
    for (const [name, value] of Object.entries(expected)) {
      const own = Reflect.get(found, name)
      if (value instanceof RegExp) expect(own).toMatch(value)
      else expect(own).toEqual(value)
    }
  })
})

const sources = {
  'doc/source/conf.py': [
    ...["project = 'Old Docs'", "master_doc = 'contents'", "source_suffix = '.txt'"],
    ...["exclude_patterns = ['drafts']", "extensions = ['sphinx.ext.autodoc']"],
    "extlinks = {'issue': ('https://t.example/%s', '#%s')}",
    ...["rst_prolog = '''", '.. |name| replace:: *value*', "'''", ''],
    ...['try:', '    import old', '    version = old.version', 'except ImportError: pass'],
  ].join('\n'),
  'doc/source/contents.txt': [
    ...['Contents', '========', '', '.. toctree::', '', '   page', ''],
    ...['Says |name|; :issue:`12`. As of |version|.', '', '.. include:: ../../shared/note.txt', ''],
  ].join('\n'),
  'doc/source/page.txt': 'Page\n====\n',
  'doc/source/drafts/no.txt': 'No\n==\n',
  'shared/note.txt': 'Shared.\n',
}

describe('handrail init', () => {
  test('writes a site around the sources and leaves these alone', () => {
    const folder = tree(sources)
    const before = readdirSync(join(folder, 'doc'), {recursive: true})
    const {status, stdout} = init(folder, '--from', 'doc/source', '--yes')
    expect(status).toBe(0)
    expect(stdout).toContain('nothing runs sphinx.ext.autodoc;')
    expect(stdout).toContain('Note: |version| shows nothing until includes/epilog.rst says what')
    expect(readdirSync(join(folder, 'doc'), {recursive: true})).toEqual(before)
    const site = join(folder, 'site')
    expect(JSON.parse(readFileSync(join(site, 'package.json'), 'utf8'))).toMatchObject({
      name: 'old-docs',
      handrail: {
        ...{docs: '../doc/source', includes: ['includes', '../shared']},
        ...{prolog: ['includes/prolog.rst'], exclude: ['drafts'], suffixes: ['.txt']},
        ...{rootDocument: 'contents', includeBase: 'document'},
      },
    })
    expect(existsSync(join(site, 'node_modules'))).toBe(true)
  })

  test('the pages of that site read without a message', () => {
    const folder = tree(sources)
    init(folder, '--from', 'doc/source', '--yes')
    const site = join(folder, 'site')
    const settings = siteSettings(site)
    const reader = siteReader(site, settings)
    const paths = sitePages(site, settings)
    expect(paths).toEqual(['../doc/source/contents.txt', '../doc/source/page.txt'])
    const pages = paths.map((path) => reader.read(path)!)
    expect(pages.flatMap(({messages}) => messages.map(String))).toEqual([])
    expect(JSON.stringify(pages[0]!.tree)).toContain('"Shared."')
    expect(JSON.stringify(pages[0]!.tree)).toContain('"value"')
    expect(JSON.stringify(pages[0]!.tree)).toContain('"url":"https://t.example/12"')
  })

  test('makes warnings of the errors that the pages have', () => {
    const page = ['Page', '====', '', '.. autofancy:: it', '', 'A |hole| and a |gap|.', '']
    const folder = tree({...sources, 'doc/source/page.txt': page.join('\n')})
    const {stdout} = init(folder, '--from', 'doc/source', '--yes')
    expect(stdout).toContain(
      'errors in the pages: 2 undefined-substitution, 1 undefined-directive.',
    )
    const {severities} = siteSettings(join(folder, 'site'))
    const warning = 'warning'
    expect(severities).toEqual({'undefined-substitution': warning, 'undefined-directive': warning})
  })

  test('takes title and address from options', () => {
    const folder = tree(sources)
    const options = ['--title', "It's", '--url', 'https://d.example/x', '--base-url', 'a/b']
    init(folder, '--from', 'doc/source', '--to', 'new', ...options)
    const configuration = readFileSync(join(folder, 'new/docusaurus.config.ts'), 'utf8')
    expect(configuration).toContain("title: 'It\\'s'")
    expect(configuration).toContain("url: 'https://d.example',\n  baseUrl: '/a/b/',")
  })

  test.each([
    [['--from', 'nowhere'], 'no conf.py in nowhere'],
    [['--from', 'doc/source', '--to', 'taken'], 'taken has a site already'],
    [['--from', 'doc/source', '--url', 'here'], '`here` is no address'],
    [[], "required option '--from <folder>'"],
  ])('says what is wrong: %j', (words, reason) => {
    const folder = tree({...sources, 'taken/package.json': '{}'})
    const {status, stderr} = init(folder, ...words)
    expect(stderr).toContain(reason)
    expect(status).not.toBe(0)
    expect(existsSync(join(folder, 'site'))).toBe(false)
  })

  test('asks a person for what no option says', async () => {
    const folder = tree(sources)
    const words = ['init', '--from', 'doc/source', '--base-url', '/']
    const terminal = openPty(words, {cwd: folder})
    await terminal.until(/Title of the site \(Old Docs\): /)
    terminal.type('New Docs\r')
    await terminal.until(/Address it will be published at \(https:\/\/docs\.example\): /)
    terminal.type('\r')
    await terminal.ended
    expect(terminal.output).toContain('npm run build')
    const configuration = readFileSync(join(folder, 'site/docusaurus.config.ts'), 'utf8')
    expect(configuration).toContain("title: 'New Docs'")
    expect(configuration).toContain("url: 'https://docs.example'")
  })
})
