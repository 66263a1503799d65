import type {DocumentState} from '../document.ts'
import {unescape} from '../text/escape.ts'
import {Element, Text} from '../tree.ts'
import {fixedText, invisible, textElements} from './category.ts'
import {educate} from './educate.ts'
import {knownLanguage, languageTags} from './quote-marks.ts'
import {reportLoose} from './report.ts'
import type {Transform} from './spec.ts'

/** Replaces ASCII quotation marks, dashes and dots by typographic ones. */
export const smartQuotes: Transform = {
  name: 'SmartQuotes',
  priority: 855,
  doc: 'Replaces ASCII quotation marks, dashes and dots by typographic ones.',
  apply(document) {
    if (document.settings.smart_quotes) visit(document, document.tree, 'en', new Set())
  },
}

/** Blocks and inline elements whose text is not touched. */
const verbatim = new Set([...fixedText, ...invisible, 'system_message'])
const literal = new Set([...verbatim, 'image', 'literal', 'math', 'problematic'])

function visit(
  document: DocumentState,
  element: Element,
  outer: string,
  unknown: Set<string>,
): void {
  if (element.type === 'system_message') return
  const language = languageClass(element) ?? outer
  if (!textElements.has(element.type)) {
    for (const child of element.children) {
      if (child instanceof Element) visit(document, child, language, unknown)
    }
  } else if (!verbatim.has(element.type)) {
    educateBlock(element, quotesLanguage(document, element, language, unknown))
  }
}

function languageClass({attributes}: Element): string | undefined {
  const name = attributes.classes?.find((value) => value.startsWith('language-'))
  return name?.slice('language-'.length)
}

/** The tag whose marks are used; empty if there is none, which is reported once a language. */
function quotesLanguage(
  document: DocumentState,
  block: Element,
  language: string,
  unknown: Set<string>,
): string {
  const tag = document.settings.smart_quotes === 'alt' ? otherCustom(language) : language
  const known = knownLanguage(languageTags(tag))
  if (known !== undefined) return known
  if (!unknown.has(tag)) reportLoose(document, 'smart-quotes-language', {language: tag}, block)
  unknown.add(tag)
  return ''
}

function otherCustom(language: string): string {
  const plain = language.replace('-x-altquot', '')
  return plain === language ? `${language}-x-altquot` : plain
}

/** Educates the texts of a block as one, so that quotation marks close around inline elements. */
function educateBlock(block: Element, language: string): void {
  let before = ' '
  forEachText(block, false, (text, isLiteral) => {
    const raw = text.escaped ?? text.value
    if (raw === '') return
    if (!isLiteral) {
      const educated = educate(raw, before, language)
      text.value = unescape(educated)
      text.escaped = educated.includes('\0') ? educated : undefined
    }
    before = raw[raw.length - 1]!
  })
}

function forEachText(
  element: Element,
  inLiteral: boolean,
  visitText: (text: Text, isLiteral: boolean) => void,
): void {
  const isLiteral = literal.has(element.type)
  for (const child of element.children) {
    if (child instanceof Text) visitText(child, isLiteral || inLiteral)
    else if (child.type !== 'option_string') forEachText(child, isLiteral, visitText)
  }
}
