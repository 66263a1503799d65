type Quote = 'none' | 'single' | 'double'

/** A character of a shell line, and the quotes it stands in. */
interface Seen {
  readonly at: number
  readonly char: string
  readonly quote: Quote
}

/** Walks over a line the way a shell reads it; escaped characters are passed over. */
function* walk(line: string): Generator<Seen, Quote> {
  let quote: Quote = 'none'
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!
    if (char === '\\' && quote !== 'single') at++
    else if (char === "'" && quote !== 'double') quote = quote === 'single' ? 'none' : 'single'
    else if (char === '"' && quote !== 'single') quote = quote === 'double' ? 'none' : 'double'
    else yield {at, char, quote}
  }
  return quote
}

/** Whether every quote of the line is closed in it. */
export function closesItsQuotes(line: string): boolean {
  const steps = walk(line)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value === 'none'
}

/** Whether the line is one command, pipeline or `&&` list, so that `&&` can follow it. */
export function isOneCommand(line: string): boolean {
  for (const {at, char, quote} of walk(line)) {
    if (quote !== 'none') continue
    const [before, after] = [line[at - 1] ?? ' ', line[at + 1] ?? ' ']
    if (char === ';') return false
    if (char === '#' && /\s/.test(before)) return false
    if (char === '|' && after === '|') return false
    if (char === '&' && before !== '&' && after !== '&' && !/[<>]/.test(before + after))
      return false
  }
  return true
}

/**
 * Whether each line of a block can be read by itself. Where a quote goes on in the next line, or text
 * of a here-document follows, nobody can say what a value would stand in.
 */
export function areWholeLines(lines: readonly string[]): boolean {
  return lines.every((line) => closesItsQuotes(line) && !line.includes('<<'))
}

/**
 * Puts values in the place of `<NAME>`, each quoted for where it stands, so that it stays one word
 * or a part of one. `valueOf` gives undefined for what is not a name: that text stays.
 *
 * @param isWhole whether the line can be read by itself.
 * @returns the line, and the names whose value cannot safely stand where it is asked for.
 */
export function fillLine(
  line: string,
  valueOf: (name: string) => string | undefined,
  isWhole = true,
) {
  const isNested = !isWhole || /`|\$\(/.test(line)
  const unsafe: string[] = []
  let text = ''
  let done = 0
  for (const {at, char, quote} of walk(line)) {
    const name = char === '<' && /^<([A-Za-z][\w-]*)>/.exec(line.slice(at))?.[1]
    const value = name ? valueOf(name) : undefined
    if (!name || value === undefined) continue
    const end = at + name.length + 2
    const isBare = isBareWord(value) && !/[<>]/.test(line[end] ?? '')
    if ((isNested && !isBare) || /[$~]/.test(line[at - 1] ?? '')) unsafe.push(name)
    text += line.slice(done, at) + (isBare ? value : quoteFor(value, quote))
    done = end
  }
  return {text: text + line.slice(done), unsafe}
}

/** Signs that mean nothing to any shell, wherever in a word they stand. */
function isBareWord(text: string): boolean {
  return /^[\w@%+:./-]+$/.test(text)
}

/** In single quotes nothing is expanded: no variable, no command, no earlier line of the history. */
function quoteFor(value: string, quote: Quote): string {
  const closed = value.replaceAll("'", String.raw`'\''`)
  if (quote === 'single') return closed
  return quote === 'double' ? `"'${closed}'"` : `'${closed}'`
}
