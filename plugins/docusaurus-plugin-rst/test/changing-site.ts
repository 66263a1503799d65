import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

const french = 'i18n/fr/docusaurus-plugin-content-docs'

/** What each file of a site may say; nothing means that there is no such file. */
const texts: Record<string, readonly (string | undefined)[]> = {
  'docs/index.rst': [
    'Home\n====\n\n.. toctree::\n\n   page\n   deep/other\n   deep/renamed\n',
    'Start\n=====\n\n.. toctree::\n   :hidden:\n\n   page\n\n:ref:`aim`\n',
    'All\n===\n\n.. toctree::\n   :glob:\n\n   deep/*\n',
  ],
  'docs/page.rst': [
    'Page\n====\n\n|name|, :doc:`deep/other`, :doc:`/deep/renamed`\n\n.. include:: ../../first.rst\n',
    'Moved\n=====\n\n:slug: elsewhere\n\n:ref:`aim`, `there <deep/other.rst#aims>`__\n',
    '.. _aim:\n\nPage\n====\n\n|other|\n\n.. include:: ../../missing.rst\n',
  ],
  'docs/deep/other.rst': [
    'Other\n=====\n\n.. _aim:\n\nAims\n----\n\n:doc:`/page`\n',
    'Another\n=======\n\n:slug: high\n\n.. include:: ../../nested.rst\n',
    undefined,
  ],
  'docs/deep/renamed.rst': [
    undefined,
    '.. _aim:\n\nRenamed |name|\n==============\n\n:ref:`aim`\n',
  ],
  'docs/notes.md': [
    '# Notes\n\n|name|, [to](page.rst), [on](deep/other.rst#aims)\n\n.. include:: ../../first.md\n',
    '# Remarks on |other|\n\n[to](deep/renamed.rst)\n',
  ],
  'one/first.rst': [undefined, 'From one.\n', '.. include:: ../../nested.rst\n'],
  'two/first.rst': ['From two.\n\n.. include:: ../../nested.rst\n', 'From two again.\n'],
  'two/first.md': ['First |name|.\n', undefined],
  'two/nested.rst': ['Nested |name|.\n', 'Nested.\n\nTitle\n-----\n', undefined],
  'two/missing.rst': [undefined, 'Found.\n'],
  'two/names.rst': [
    '.. |name| replace:: DRBD\n.. |other| replace:: |name|\n',
    '.. |name| replace:: *Chef*\n.. |other| replace:: x\n',
    '.. |other| replace:: only\n',
  ],
  'versioned_docs/version-1.0/page.rst': [
    undefined,
    'Old page\n========\n\n:ref:`aim`, :doc:`deep/other`\n\n.. include:: ../../first.rst\n',
  ],
  'versioned_docs/version-1.0/deep/other.rst': [
    undefined,
    'Old\n===\n\n.. _aim:\n\nAim\n---\n\nx\n',
  ],
  [`${french}/current/page.rst`]: [
    undefined,
    'La page\n=======\n\n:doc:`deep/other`, :ref:`aim`, |name|\n',
    'La page\n=======\n\n:slug: ailleurs\n\n.. include:: ../../first.rst\n',
  ],
  [`${french}/current/deep/other.rst`]: [
    undefined,
    'Autre\n=====\n\n.. _aim:\n\nButs\n----\n\nx\n',
  ],
  [`${french}/version-1.0/page.rst`]: [undefined, 'Ancienne\n========\n\n:ref:`aim`\n'],
}
const names = Object.keys(texts)

/** A site in which files change, come and go, in the same way for a seed in every run. */
export class ChangingSite {
  readonly folder: string
  private state: number

  /** @param folder where its files are to be written */
  constructor(folder: string, seed: number) {
    this.folder = folder
    this.state = seed
    for (const name of names) this.put(name, 0)
  }

  /** Changes a file; answers which, and to which of its texts. */
  change(): string {
    const name = names[this.below(names.length)]!
    const variant = this.below(texts[name]!.length)
    this.put(name, variant)
    return `${name} ${variant}`
  }

  /** The next whole number below a limit. */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0
    return Math.floor((this.state / 2 ** 32) * limit)
  }

  private put(name: string, variant: number): void {
    const file = path.join(this.folder, name)
    const text = texts[name]![variant]
    mkdirSync(path.dirname(file), {recursive: true})
    if (text === undefined) rmSync(file, {force: true})
    else writeFileSync(file, text)
  }
}
