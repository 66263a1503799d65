import {Element, type Node, Text} from '../tree.ts'

/**
 * A text with a number before each line, as docutils makes it: numbers stand in `inline` elements
 * of class `ln`, padded to the width of `last`.
 */
export function numberedLines(text: string, first: number, last: number): Node[] {
  const width = String(last).length
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const number = `${String(first + index).padStart(width)} `
    const end = index < lines.length - 1 ? '\n' : ''
    return [new Element('inline', {classes: ['ln']}, [new Text(number)]), new Text(line + end)]
  })
}
