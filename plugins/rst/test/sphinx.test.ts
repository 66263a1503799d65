import {describe, expect, it} from 'vitest'
import {directives, Element, parse, roles, sphinxDirectives, sphinxRoles} from '../src/index.ts'
import {elementsOf} from '../src/resolve/walk.ts'

const known = {
  directives: [...directives, ...sphinxDirectives],
  roles: [...roles, ...sphinxRoles],
}

describe('details, which the tree does not print', () => {
  it('of a toctree', () => {
    const text = `.. toctree::
   :maxdepth: 2
   :caption: Guide
   :numbered:
   :glob:
   :reversed:

   install
   Repair <repair/index>
   howto/*

   self
`
    const [toctree] = elementsOf(parse(text, known).tree, 'toctree')
    expect(toctree!.data!.details).toEqual({
      maxdepth: 2,
      caption: 'Guide',
      numbered: 999,
      glob: true,
      reversed: true,
      entries: [
        [undefined, 'install'],
        ['Repair', 'repair/index'],
        [undefined, 'howto/*'],
        [undefined, 'self'],
      ],
    })
  })

  it('of a block of code', () => {
    const text = `.. code-block:: sh
   :lineno-start: 10
   :emphasize-lines: 1,3-

   a
   b
   c
   d
`
    const [code] = elementsOf(parse(text, known).tree, 'literal_block')
    expect(code!.data!.details).toEqual({linenostart: 10, hl_lines: [1, 3, 4]})
  })

  it('of index entries', () => {
    const text = '.. index:: pair: split; brain\n   !quorum, fencing\n\n:index:`x <single: y>`\n'
    const entries = elementsOf(parse(text, known).tree, 'index').map(
      ({data}) => data!.details!['entries'],
    )
    expect(entries).toEqual([['split; brain', 'quorum', 'fencing'], ['y']])
  })
})

describe('objects', () => {
  it('are declared for the references of all pages', () => {
    const text = `.. glossary::

   quorum
     More than half.

.. program:: handrail

.. option:: -h HOST, --host=HOST
.. envvar:: PATH

.. py:module:: storage
.. function:: status()
.. function:: hidden()
   :no-index:

.. math:: a
   :label: e
`
    const {objects} = parse(text, known)
    expect(
      objects.map(
        ({domain, type, name, element}) =>
          `${domain}:${type} ${name} #${element.attributes.ids!.join()}`,
      ),
    ).toEqual([
      'std:term quorum #term-quorum',
      'std:cmdoption handrail -h #cmdoption-handrail-h',
      'std:cmdoption handrail --host #cmdoption-handrail-h',
      'std:envvar PATH #envvar-PATH',
      'py:module storage #module-storage',
      'py:function storage.status #storage.status',
      'math:equation e #equation-e',
    ])
  })

  it('of one name get ids of their own', () => {
    const text = '.. envvar:: PATH\n.. envvar:: PATH\n.. envvar:: §\n'
    const ids = parse(text, known).objects.map(({element}) => element.attributes.ids![0])
    expect(ids).toEqual(['envvar-PATH', 'envvar-0', 'envvar-1'])
  })
})

it('Sphinx’ directives are not known unless they are handed in', () => {
  const {messages} = parse('.. toctree::\n\n:doc:`a`\n')
  expect(messages.map(({ruleId}) => ruleId)).toEqual(['undefined-directive', 'undefined-role'])
})

it('directives of others are known if they are handed in', () => {
  const runbook = {
    name: 'runbook',
    doc: 'A runbook.',
    arguments: {required: 1},
    options: {start: (text: string | undefined) => text ?? ''},
    run: (call: {arguments: readonly string[]; options: Record<string, unknown>}) => [
      new Element('runbook', {name: call.arguments[0]!, start: String(call.options['start'])}),
    ],
  }
  const document = parse('.. runbook:: split-brain\n   :start: save\n', {
    directives: [...directives, runbook],
  })
  expect(elementsOf(document.tree, 'runbook')[0]!.attributes).toEqual({
    name: 'split-brain',
    start: 'save',
  })
})
