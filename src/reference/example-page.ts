import {headOf} from './page-of.ts'

/** A file of examples as a page: the same text, with a head that says what it is. */
export function examplePage(specification: string): string {
  const title = /^# (.+)$/m.exec(specification)?.[1] ?? 'Examples'
  const description = 'Every example on this page is a test: what stands in it holds.'
  return `${headOf(title, description)}\n${specification}`
}
