import type {LoadedFile} from './spec.ts'
import {standardFiles} from './standard-files.ts'

type ReadFile = Extract<LoadedFile, {text: string}>

const read = new Map<string, ReadFile>()

/**
 * A file that comes with the parser, by its path in angle brackets: `<isonum.txt>`. Answers
 * nothing for other paths.
 */
export function standardFile(path: string): LoadedFile | undefined {
  if (!path.startsWith('<') || !path.endsWith('>')) return undefined
  const old = read.get(path)
  if (old) return old
  const text = textOf(path.slice(1, -1))
  if (text === undefined) return {path, refusal: {reason: 'missing'}}
  const file = {path, text}
  read.set(path, file)
  return file
}

function textOf(name: string): string | undefined {
  if (Object.hasOwn(standardFiles, name)) return substitutions(standardFiles[name]!)
  return Object.hasOwn(roleFiles, name) ? roleFiles[name] : undefined
}

const notice = `.. This data file has been placed in the public domain.
.. Derived from the Unicode character mappings available from
   <http://www.w3.org/2003/entities/xml/>.
   Processed by unicode2rstsubs.py, part of Docutils:
   <https://docutils.sourceforge.io>.

`

function substitutions(packed: string): string {
  const words = packed.trim().split(/\s+/)
  let text = notice
  for (let i = 0; i < words.length; i += 2) {
    const codes = words[i + 1]!.split('+').map((code) => `U+${code.padStart(5, '0')}`)
    text += `.. |${words[i]!}| unicode:: ${codes.join(' ')}\n`
  }
  return text
}

function roles(...names: string[]): string {
  return names.map((name) => `.. role:: ${name}\n`).join('')
}

/** The files that define roles: for slides, and for HTML's elements. */
const roleFiles: Readonly<Record<string, string>> = {
  's5defs.txt': `.. Definitions of interpreted text roles (classes) for S5/HTML data.
.. This data file has been placed in the public domain.

.. Colours
   =======

${roles('black', 'gray', 'silver', 'white')}
${roles('maroon', 'red', 'magenta', 'fuchsia', 'pink', 'orange', 'yellow', 'lime', 'green')}\
${roles('olive', 'teal', 'cyan', 'aqua', 'blue', 'navy', 'purple')}

.. Text Sizes
   ==========

${roles('huge', 'big', 'small', 'tiny')}

.. Display in Slides (Presentation Mode) Only
   ==========================================

.. role:: slide
   :class: slide-display


.. Display in Outline Mode Only
   ============================

${roles('outline')}

.. Display in Print Only
   =====================

${roles('print')}

.. Display in Handout Mode Only
   ============================

${roles('handout')}

.. Incremental Display
   ===================

.. role:: incremental
.. default-role:: incremental
`,
  'html-roles.txt': `.. Roles of the names of HTML's inline elements.

${roles('b', 'bdi', 'del', 'dfn', 'i', 'ins', 'kbd(literal)', 'mark', 'q', 'samp(literal)')}\
${roles('small', 'u', 's', 'var')}`,
}
