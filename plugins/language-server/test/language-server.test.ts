import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {PassThrough} from 'node:stream'
import {SiteCheck} from '@handrail/check'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {serve} from '../src/index.ts'
import {Editor} from './editor.ts'

const page = 'Page of |product|\n=================\n\n.. include:: ../includes/tip.rst\n'
const site: Record<string, string> = {
  'package.json': '{"handrail": {"prolog": ["includes/names.rst"]}}',
  'docs/page.rst': page,
  'docs/other.rst': 'Other\n=====\n\nText on |product|.\n',
  'includes/names.rst': '.. |product| replace:: Anvil\n.. |long name| replace:: Very long\n',
  'includes/tip.rst': '.. tip:: |product| is heavy.\n',
  'includes/parts/one.rst': 'One.\n',
}

let folder: string
let editor: Editor

function write(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true})
    writeFileSync(join(folder, name), text)
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'editor-'))
  write(site)
  const [toServer, fromServer] = [new PassThrough(), new PassThrough()]
  serve(toServer, fromServer, {open: (siteDir, unsaved) => new SiteCheck(siteDir, {unsaved})})
  editor = new Editor(fromServer, toServer, folder)
  await editor.start()
})

afterEach(async () => {
  await editor.close()
  rmSync(folder, {recursive: true})
})

const unusedName = '2:5 warning unused-substitution'

describe('messages', () => {
  test('are those of the whole site, in the files they are written in', async () => {
    await editor.messages('includes/names.rst', [unusedName])
  })

  test('follow what is typed, and are gone when it is mended', async () => {
    await editor.open('docs/page.rst', page)
    await editor.change('docs/page.rst', `${page}\n..note:: |produkt|\n`)
    await editor.messages('docs/page.rst', [
      '6:1 warning directive-space',
      '6:10 error undefined-substitution',
    ])
    await editor.change('docs/page.rst', page)
    await editor.messages('docs/page.rst', [])
  })

  test('in a fragment name the page it came through', async () => {
    await editor.open('includes/tip.rst', 'A |tipp|.\n')
    await editor.messages('includes/tip.rst', ['1:3 error undefined-substitution'])
    const [message] = editor.diagnostics('includes/tip.rst')
    expect(message!.relatedInformation).toMatchObject([
      {location: {uri: editor.uri('docs/page.rst'), range: {start: {line: 3, character: 0}}}},
    ])
  })
})

test('what is edited through a link is seen where it is included', async () => {
  write({'includes/real/warning.rst': 'Fine.\n'})
  symlinkSync('real/warning.rst', join(folder, 'includes/linked.rst'))
  await editor.open('docs/other.rst', 'Other\n=====\n\n.. include:: ../includes/linked.rst\n')
  await editor.open('includes/real/warning.rst', 'On |prodct|.\n')
  await editor.messages('includes/linked.rst', ['1:4 error undefined-substitution'])
})

test('places count as the editor does: in UTF-16, whatever ends a line', async () => {
  await editor.open('docs/page.rst', 'Page\r\n====\r\n\r\n🏔️ on |prodct|\r\n')
  await editor.messages('docs/page.rst', ['4:8 error undefined-substitution'])
  expect(await editor.definition('docs/page.rst', 3, 12)).toBeUndefined()
})

test('texts that are no files here, and addresses that are none, are let be', async () => {
  for (const uri of ['untitled:One', 'file:///%E0%A4%A', 'file://elsewhere/c%3A/x.rst']) {
    await editor.openAt(uri, 'On |product|')
    expect(await editor.definition(uri, 0, 5)).toBeUndefined()
    expect(await editor.completion(uri, 0, 9)).toEqual([])
  }
  await editor.open('docs/page.rst', '..note:: x\n')
  await editor.messages('docs/page.rst', ['1:1 warning directive-space'])
})

test('a folder of pages may go and come again', async () => {
  await editor.messages('includes/names.rst', [unusedName])
  rmSync(join(folder, 'docs'), {recursive: true})
  await editor.changedOnDisk('docs/page.rst')
  expect(await editor.warning()).toContain('docs')
  write(site)
  await editor.changedOnDisk('docs/page.rst')
  await editor.messages('includes/names.rst', [unusedName])
})

test('an editor is asked to tell of changes outside of it', async () => {
  await editor.messages('includes/names.rst', [unusedName])
  expect(editor.watched).toEqual(['workspace/didChangeWatchedFiles'])
})

describe('the way to', () => {
  beforeEach(() => editor.open('docs/page.rst', page))

  test('the file that a line includes', async () => {
    expect(await editor.definition('docs/page.rst', 3, 20)).toBe('includes/tip.rst:1')
  })

  test('the definition of a token', async () => {
    expect(await editor.definition('docs/page.rst', 0, 10)).toBe('includes/names.rst:1')
  })

  test('nothing from plain words', async () => {
    expect(await editor.definition('docs/page.rst', 0, 2)).toBeUndefined()
  })
})

describe('completion', () => {
  async function labelsAfter(text: string): Promise<string[]> {
    await editor.open('docs/other.rst', text)
    const items = await editor.completion('docs/other.rst', 0, text.length)
    return items.map(({label}) => label)
  }

  test('of tokens, after a pipe', async () => {
    expect(await labelsAfter('Text on |pr')).toEqual(['product', 'long name'])
  })

  test('closes the token that it completes', async () => {
    await editor.open('docs/other.rst', 'On |')
    const [item] = await editor.completion('docs/other.rst', 0, 4)
    expect(item).toMatchObject({insertText: 'product|', detail: 'replace:: Anvil'})
  })

  test('of included paths', async () => {
    expect(await labelsAfter('.. include:: ../includes/')).toEqual([
      'names.rst',
      'parts/',
      'tip.rst',
    ])
    expect(await labelsAfter('* .. include:: ../includes/parts/o')).toEqual(['one.rst'])
    expect(await labelsAfter('.. include:: ../../')).toEqual(['names.rst', 'parts/', 'tip.rst'])
  })

  test('of nothing in plain words', async () => {
    expect(await labelsAfter('Words and `code`')).toEqual([])
  })
})

test('settings that change hold at once', async () => {
  await editor.messages('includes/names.rst', [unusedName])
  write({'package.json': '{"handrail": {"severities": {"undefined-substitution": "off"}}}'})
  await editor.changedOnDisk('package.json')
  await editor.messages('includes/names.rst', ['1:1 warning unused-fragment'])
})
