import {type Element, Text} from '../tree.ts'

/** Keywords of the version control systems RCS and CVS, and what is shown of them. */
const keywords: readonly [RegExp, string][] = [
  [/\$Date: (\d{4})[-/](\d\d)[-/](\d\d)[ T][\d:]+[^$]* \$/gi, '$1-$2-$3'],
  [/\$RCSfile: (.+),v \$/gi, '$1'],
  [/\$[a-zA-Z]+: (.+) \$/g, '$1'],
]

/** Replaces an expanded keyword by its value in a paragraph that holds nothing but text. */
export function cleanKeywords(paragraph: Element): void {
  const [text] = paragraph.children
  if (paragraph.children.length !== 1 || !(text instanceof Text)) return
  for (const [pattern, value] of keywords) {
    const cleaned = text.value.replace(pattern, value)
    if (cleaned === text.value) continue
    paragraph.children = [new Text(cleaned)]
    return
  }
}
