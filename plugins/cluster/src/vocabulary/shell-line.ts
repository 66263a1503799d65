/** A shell line taken apart: its simple commands in order, or why it is not one that can be read. */
export type ShellLine =
  | {readonly ok: true; readonly commands: readonly SimpleCommand[]}
  | {readonly ok: false; readonly advice: string}

const separators = /^(?:&&|\|\||\|&|[;|])/
const redirection = /^(?:\d*>&\d|&>>?|\d*>>?)/
const blank = /^\s+/
/** A piece of a word: quoted, escaped, a harmless substitution, a `<VALUE>`, or plain text. */
const piece =
  /^(?:'([^']*)'|"((?:[^"\\$`]|\\.|\$\((?:hostname|date|uname)[^)]*\))*)"|\$\((?:hostname|date|uname)[^)]*\)|\\(.)|(<[A-Z][A-Z0-9_]*>)|([^\s'"\\;&|<>$`(){}]+))/

/** One command and its words; `piped`: it reads what the command before it prints. */
export interface SimpleCommand {
  readonly words: readonly string[]
  readonly piped: boolean
}

interface Scan {
  rest: string
  readonly commands: SimpleCommand[]
  words: string[]
  piped: boolean
}

/** Reads one word off the front of `scan.rest`; undefined if none stands there. */
function takeWord(scan: Scan): string | undefined {
  let word: string | undefined
  for (;;) {
    const found = piece.exec(scan.rest)
    if (!found || found[0] === '') return word
    word = (word ?? '') + (found[1] ?? found[2] ?? found[3] ?? found[4] ?? found[5] ?? 'X')
    scan.rest = scan.rest.slice(found[0].length)
  }
}

/** Output may go to a file of the responder's, never over a device or the configuration. */
const harmlessFile =
  /^(?:\/dev\/null|\/tmp\/|\/root\/|\/home\/|\/var\/tmp\/|~\/|\.\/|[^/~]|\/dev\/stderr)/

function takeRedirection(scan: Scan, operator: string): string | undefined {
  scan.rest = scan.rest.slice(operator.length)
  if (/&\d$/.test(operator)) return undefined
  scan.rest = scan.rest.replace(blank, '')
  const file = takeWord(scan)
  if (file === undefined) return 'A redirection needs a file.'
  return harmlessFile.test(file) ? undefined : `Write output under /tmp or /root, not over ${file}.`
}

function endCommand(scan: Scan, separator = ''): void {
  if (scan.words.length > 0) scan.commands.push({words: scan.words, piped: scan.piped})
  scan.words = []
  scan.piped = separator === '|' || separator === '|&'
}

/** One token off the front; a string says why the line cannot be read. */
function takeToken(scan: Scan): string | undefined {
  const separator = separators.exec(scan.rest)?.[0]
  if (separator) {
    endCommand(scan, separator)
    scan.rest = scan.rest.slice(separator.length)
    return undefined
  }
  const operator = redirection.exec(scan.rest)?.[0]
  if (operator) return takeRedirection(scan, operator)
  if (scan.rest.startsWith('#') && !/^#\S*\|/.test(scan.rest)) {
    scan.rest = ''
    return undefined
  }
  const word = takeWord(scan)
  if (word === undefined)
    return `Write it without ${scan.rest[0]}: plain commands, ; && and | are understood.`
  scan.words.push(word)
  return undefined
}

/**
 * Takes a line as typed apart into simple commands: words, quotes, `;`, `&&`, `||`, `|` and
 * redirections. Loops, functions and substitutions other than a host's name or the date are not
 * taken apart: a line in a runbook should say what it does.
 */
export function parseShellLine(line: string): ShellLine {
  const scan: Scan = {rest: line.trim(), commands: [], words: [], piped: false}
  while (scan.rest !== '') {
    const advice = takeToken(scan)
    if (advice !== undefined) return {ok: false, advice}
    scan.rest = scan.rest.replace(blank, '')
  }
  endCommand(scan)
  return {ok: true, commands: scan.commands}
}
