import {describe, expect, it} from 'vitest'
import {
  type FileRefusal,
  type FileRequest,
  type LoadedFile,
  parse,
  toPseudoXml,
} from '../src/index.ts'
import {standardFile} from '../src/directive/standard-file.ts'
import {memoryFiles} from './memory-files.ts'
import {messageLine} from './spec-run.ts'

describe('budget', () => {
  /** `f0` includes `f1` twice, that one `f2` twice, and so on. */
  const doubling = Object.fromEntries(
    Array.from({length: 40}, (_, i) => [`f${i}.rst`, `.. include:: f${i + 1}.rst\n`.repeat(2)]),
  )

  it('stops fragments that double at each level, and names the chain', () => {
    const document = parse('.. include:: f0.rst\n', {
      path: 'test data',
      load: memoryFiles(doubling),
      budget: {lines: 1000},
    })
    const message = document.messages.find(({ruleId}) => ruleId === 'include-lines')!
    expect(message.reason).toMatch(/^Unexpected size of includes, expected at most 1000 lines: /)
    expect(message.reason).toMatch(/> f1\.rst > f0\.rst > test data$/)
    expect(document.includedLines).toBeLessThanOrEqual(1000)
  })

  it('stops includes that stand too deep in one another', () => {
    const document = parse('.. include:: f0.rst\n', {
      path: 'test data',
      load: memoryFiles(doubling),
      budget: {includes: 2},
    })
    expect(document.messages.map(messageLine)[0]).toBe(
      'error f1.rst:1:1 include-depth Unexpected depth of includes, expected at most 2: ' +
        'f2.rst > f1.rst > f0.rst > test data',
    )
  })

  it('counts what is taken literally as well, long lines by their characters', () => {
    const text = '.. include:: big.txt\n   :literal:\n\n'.repeat(100)
    const load = memoryFiles({'big.txt': 'x'.repeat(100_000)})
    const document = parse(text, {path: 'test data', load, budget: {lines: 5000}})
    const literals = document.tree.children.filter(({type}) => type === 'literal_block')
    expect(literals).toHaveLength(5)
  })

  it('stops a file that includes itself as a document of its own', () => {
    const load = memoryFiles({'a.rst': '.. include:: a.rst\n   :parser: rst\n'.repeat(2)})
    const document = parse('.. include:: a.rst\n', {path: 'test data', load, budget: {lines: 200}})
    expect(document.messages.some(({ruleId}) => ruleId.startsWith('include-'))).toBe(true)
  })
})

describe('refusals', () => {
  const tree = (refusal: FileRefusal, name = 'include'): string =>
    toPseudoXml(
      parse(`.. ${name}:: x\n`, {path: 'test data', load: ({path}) => ({path, refusal})}).tree,
    )

  it.each([
    [{reason: 'missing'}, "InputError: [Errno 2] No such file or directory: 'x'."],
    [{reason: 'folder'}, "InputError: [Errno 21] Is a directory: 'x'."],
    [{reason: 'unreadable'}, "InputError: [Errno 13] Permission denied: 'x'."],
    [{reason: 'outside'}, "InputError: [Errno 13] Permission denied: 'x'."],
    [{reason: 'not-a-file'}, "InputError: [Errno 13] Permission denied: 'x'."],
    [{reason: 'too-large'}, "InputError: [Errno 27] File too large: 'x'."],
    [{reason: 'encoding', detail: "'ascii' codec"}, "UnicodeDecodeError: 'ascii' codec"],
    [{reason: 'binary'}, 'UnicodeDecodeError: binary data'],
  ] as [FileRefusal, string][])('%j', (refusal, expected) => {
    expect(tree(refusal)).toContain(expected)
  })

  it('reads nothing where there is no loader', () => {
    const document = parse('.. include:: /etc/passwd\n', {path: 'test data'})
    expect(document.messages.map(messageLine)).toEqual([
      'error 1:1 file-unread Unexpected path `/etc/passwd`, which lies outside of the folders ' +
        'that may be read, expected a file to read',
    ])
  })

  it('says which encoding would help', () => {
    const load = ({path}: FileRequest): LoadedFile => ({path, refusal: {reason: 'encoding'}})
    const [message] = parse('.. include:: x\n', {path: 'test data', load}).messages
    expect(messageLine(message!)).toBe(
      'error 1:1 file-encoding Unexpected content of `x`, expected text in the encoding it is ' +
        'read with',
    )
    expect(message!.notes).toEqual([{text: 'The option `encoding` names another encoding.'}])
  })
})

describe('standard files', () => {
  it('come with the parser', () => {
    const {messages, tree} = parse('.. include:: <xhtml1-lat1.txt>\n\n|Uuml|\n')
    expect(messages).toEqual([])
    const names = tree.children.flatMap((child) =>
      child.type === 'substitution_definition' && 'attributes' in child
        ? (child.attributes.names ?? [])
        : [],
    )
    expect(names).toHaveLength(96)
    expect(toPseudoXml(tree)).toContain('names="Uuml">\n        Ü')
  })

  it('hold characters that are made of two', () => {
    const file = standardFile('<isoamsr.txt>')!
    expect('text' in file && file.text).toContain('.. |smtes| unicode:: U+02aac U+0fe00\n')
  })

  it('are no files of the build', () => {
    expect(standardFile('isonum.txt')).toBeUndefined()
    expect(standardFile('<nothing.txt>')).toEqual({
      path: '<nothing.txt>',
      refusal: {reason: 'missing'},
    })
  })
})

describe('places', () => {
  it('are those of the file, docutils’ numbers those of the part', () => {
    const load = memoryFiles({'a.rst': 'one\n\ntwo\n\nthree *four\n'})
    const document = parse('.. include:: a.rst\n   :start-after: one\n', {path: 'test data', load})
    expect(document.messages.map(messageLine)[0]).toMatch(/^warning a\.rst:5:7 inline-end /)
    expect(document.messages[0]!.includedFrom).toMatchObject([{file: 'test data', line: 1}])
    expect(toPseudoXml(document.tree)).toContain('line="5"')
  })
})
