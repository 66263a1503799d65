import {rule} from './rule.ts'

type None = Record<string, never>
type Name = {name: string}

export const resolveRules = {
  // Substitutions
  'undefined-substitution': rule<Name>(
    3,
    ({name}) => `Undefined substitution referenced: "${name}".`,
    ({name}) => `Unexpected undefined substitution \`|${name}|\`, expected a definition`,
  ),
  'substitution-length': rule<Name>(
    3,
    ({name}) => `Substitution definition "${name}" exceeds the line-length-limit.`,
    ({name}) => `Unexpected length of \`|${name}|\`, expected at most the limit of a line`,
  ),
  'substitution-circle': rule<Name>(
    3,
    () => 'Circular substitution definition detected:',
    ({name}) => `Unexpected circle in the definition of \`|${name}|\`, expected an end`,
  ),
  'substitution-circle-reference': rule<Name>(
    3,
    ({name}) => `Circular substitution definition referenced: "${name}".`,
    ({name}) => `Unexpected circle behind \`|${name}|\`, expected definitions with an end`,
  ),
  'substitution-budget': rule<{name: string; chain: string}>(
    3,
    ({name}) => `Substitution "${name}" exceeds the limit of text by substitution.`,
    ({chain}) => `Unexpected amount of text by substitution, expected less: ${chain}`,
  ),

  // References within a document
  'undefined-reference': rule<Name>(
    3,
    ({name}) => `Unknown target name: "${name}".`,
    ({name}) => `Unexpected reference to undefined target \`${name}\`, expected a target`,
  ),
  'ambiguous-reference': rule<Name>(
    3,
    ({name}) => `Duplicate target name, cannot be used as a unique reference: "${name}".`,
    ({name}) => `Unexpected reference to \`${name}\`, which stands twice, expected one target`,
  ),
  'anonymous-mismatch': rule<{references: number; targets: number}>(
    3,
    ({references, targets}) =>
      `Anonymous hyperlink mismatch: ${references} references but ${targets} targets.\n` +
      'See "backrefs" attribute for IDs.',
    ({references, targets}) =>
      `Unexpected ${references} anonymous references for ${targets} targets, expected as many`,
  ),
  'indirect-target': rule<{naming: string; target: string; problem: string}>(
    3,
    ({naming, target, problem}) =>
      `Indirect hyperlink target ${naming} refers to target "${target}", ${problem}.`,
    ({target, problem}) => `Unexpected target \`${target}\`, ${problem}, expected a target`,
  ),
  'unreferenced-target': rule<Name>(
    1,
    ({name}) => `Hyperlink target "${name}" is not referenced.`,
    ({name}) => `Unexpected target \`${name}\` without references, expected at least one`,
  ),
  'footnote-number': rule<{count: number}>(
    3,
    ({count}) =>
      `Too many autonumbered footnote references: only ${count} corresponding ` +
      `footnote${count > 1 ? 's' : ''} available.`,
    ({count}) => `Unexpected reference \`[#]_\` beyond ${count} footnotes, expected a footnote`,
  ),
  'footnote-symbol': rule<{count: number}>(
    3,
    ({count}) =>
      `Too many symbol footnote references: only ${count} corresponding footnotes available.`,
    ({count}) => `Unexpected reference \`[*]_\` beyond ${count} footnotes, expected a footnote`,
  ),

  // References to other pages
  'undefined-cross-reference': rule<{kind: string; target: string}>(
    2,
    ({kind, target}) => `undefined ${kind}: "${target}"`,
    ({kind, target}) =>
      `Unexpected reference to unknown ${kind} \`${target}\`, expected a known one`,
  ),
  'untitled-label': rule<Name>(
    2,
    ({name}) => `A title or caption not found: "${name}"`,
    ({name}) => `Unexpected label \`${name}\` without a title, expected words for the reference`,
  ),
  'toctree-page': rule<Name>(
    2,
    ({name}) => `toctree contains reference to nonexisting document "${name}"`,
    ({name}) => `Unexpected entry \`${name}\` of a list of pages, expected a page`,
  ),
  'only-expression': rule<{expression: string}>(
    2,
    ({expression}) => `exception while evaluating only directive expression: ${expression}`,
    ({expression}) => `Unexpected expression \`${expression}\`, expected tags, and, or, not`,
  ),
  'unsafe-url': rule<{url: string}>(
    2,
    ({url}) => `unsafe address: "${url}"`,
    ({url}) => `Unexpected address \`${url}\`, expected one that runs no code`,
  ),
  'raw-refused': rule<None>(
    2,
    () => 'raw HTML refused',
    () => 'Unexpected raw HTML, expected none: the option `raw` refuses it',
  ),

  // The parts of a document
  'class-without-element': rule<{directive: string}>(
    3,
    ({directive}) => `No suitable element following "${directive}" directive`,
    ({directive}) => `Unexpected \`${directive}\` at the end, expected an element after it`,
  ),
  'transition-parent': rule<None>(
    2,
    () => 'Transition must be child of <document> or <section>.',
    () => 'Unexpected transition inside a body element, expected it between paragraphs',
  ),
  'transition-first': rule<None>(
    2,
    () => 'Document or section may not begin with a transition.',
    () => 'Unexpected transition at the start of a section, expected text before it',
  ),
  'transition-adjacent': rule<None>(
    2,
    () =>
      'At least one body element must separate transitions; adjacent transitions are not allowed.',
    () => 'Unexpected transition after a transition, expected text between them',
  ),
  'transition-last': rule<None>(
    2,
    () => 'Document may not end with a transition.',
    () => 'Unexpected transition at the end of the document, expected text after it',
  ),
  'field-empty': rule<Name>(
    2,
    ({name}) => `Cannot extract empty bibliographic field "${name}".`,
    ({name}) => `Unexpected empty field \`${name}\`, expected a value`,
  ),
  'field-repeated': rule<Name>(
    2,
    ({name}) => `There can only be one "${name}" field.`,
    ({name}) => `Unexpected second field \`${name}\`, expected one`,
  ),
  'field-compound': rule<{name: string; content: string}>(
    2,
    ({name, content}) =>
      `Bibliographic field "${name}"\nmust contain a single <paragraph>, not ${content}.`,
    ({name}) => `Unexpected body elements in field \`${name}\`, expected one paragraph`,
  ),
  'field-authors': rule<{name: string; separators: string}>(
    2,
    ({name, separators}) =>
      `Cannot extract "${name}" from bibliographic field:\n` +
      `Bibliographic field "${name}" must contain either\n` +
      ' a single paragraph (with author names separated by a character from the set ' +
      `"${separators}"),\n` +
      ' multiple paragraphs (one per author),\n' +
      ' or a bullet list with one author name per item.\n' +
      'Note: Leading initials can cause (mis)recognizing names as enumerated list.',
    ({name}) => `Unexpected content of field \`${name}\`, expected the names of authors`,
  ),
  'smart-quotes-language': rule<{language: string}>(
    2,
    ({language}) => `No smart quotes defined for language "${language}".`,
    ({language}) => `Unexpected language \`${language}\`, expected one with known quotation marks`,
  ),
}
