import {describe, expect, it} from 'vitest'
import {parse, readCommonText, resolve, toPseudoXml, type CommonFiles} from '../src/index.ts'
import {textOf as textOfTree} from '../src/tree.ts'

function read(text: string, files: CommonFiles) {
  const {messages, ...common} = readCommonText(files, {})
  const document = parse(text, {path: 'page.rst', ...common})
  return {messages, document, tree: toPseudoXml(document.tree)}
}

describe('an epilog', () => {
  it('ends every page, whatever the page ends with', () => {
    const epilog = [{path: 'end.rst', text: 'The end.\n'}]
    expect(read('* item', {epilog}).tree).toBe(`<document source="page.rst">
    <bullet_list bullet="*">
        <list_item>
            <paragraph>
                item
    <paragraph>
        The end.
`)
    expect(read('', {epilog}).tree).toBe(`<document source="page.rst">
    <paragraph>
        The end.
`)
  })

  it('is not read again for every page if nothing in it is seen', () => {
    const epilog = [{path: 'links.rst', text: '.. _a: https://example.org\n.. |b| replace:: c\n'}]
    const {epilog: shown, prolog} = readCommonText({epilog}, {})
    expect(shown).toEqual([])
    expect(prolog!.substitutionDefinitions.has('b')).toBe(true)
  })

  it('is named by messages about it', () => {
    const {document} = read('Text.', {epilog: [{path: 'end.rst', text: 'Two\n*words'}]})
    expect(document.messages[0]!.place).toMatchObject({file: 'end.rst', line: 2, column: 1})
  })

  it('may use the definitions of the prolog', () => {
    const prolog = [{path: 'roles.rst', text: '.. role:: loud\n'}]
    const epilog = [{path: 'end.rst', text: ':loud:`end`\n'}]
    expect(read('', {prolog, epilog}).messages).toEqual([])
  })
})

describe('substitutions', () => {
  const substitutions = {version: '1.2', release: ''}

  function textOf(text: string, files: CommonFiles): string {
    const {document, messages} = read(text, files)
    resolve(document)
    expect([...messages, ...document.messages]).toEqual([])
    return textOfTree(document.tree)
  }

  it('stand where nothing else is defined, with no text, too', () => {
    expect(textOf('At |version|, |release|.', {substitutions})).toBe('At 1.2, .')
  })

  it('give way to those of the prolog and the page', () => {
    const prolog = [{path: 'names.rst', text: '.. |version| replace:: 2\n'}]
    expect(textOf('At |version|.', {substitutions, prolog})).toBe('At 2.')
    expect(textOf('At |version|.\n\n.. |version| replace:: 3', {substitutions})).toBe('At 3.\n\n3')
  })
})

describe('a default role', () => {
  it('is that of interpreted text without a role, in the prolog, too', () => {
    const prolog = [{path: 'names.rst', text: '.. |a| replace:: `a`\n'}]
    const {tree, document} = read('`b`', {prolog, defaultRole: 'strong'})
    expect(tree).toContain('<strong>')
    expect(toPseudoXml(document.prolog!.tree)).toContain('<strong>')
  })

  it('may be another one in a page, or docutils’ own', () => {
    const roles = '.. default-role:: literal\n\n`a`\n\n.. default-role::\n\n`b`\n'
    const {tree} = read(roles, {defaultRole: 'strong'})
    expect(tree.match(/<(literal|title_reference|strong)>/g)).toEqual([
      '<literal>',
      '<title_reference>',
    ])
  })

  it('is reported once if there is no such role', () => {
    const {messages, document} = read('`b`', {defaultRole: 'louder'})
    expect(messages.map(({ruleId, place}) => [ruleId, place.file])).toEqual([
      ['undefined-role', '<default role>'],
    ])
    expect(document.messages).toEqual([])
  })
})
