import type {SimpleCommand} from '../../vocabulary/shell-line.ts'

/** A basic or extended regular expression of grep's as one of JavaScript's; text where it is none. */
function expression(pattern: string, extended: boolean, flags: string): RegExp {
  const source = extended ? pattern : pattern.replace(/\\([|+?(){}])/g, '$1')
  try {
    return new RegExp(source, flags)
  } catch {
    return new RegExp(pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), flags)
  }
}

function grep(args: readonly string[], extended: boolean, lines: readonly string[]): string[] {
  const options = args.filter((arg) => arg.startsWith('-')).join('')
  const pattern = args.find((arg) => !arg.startsWith('-')) ?? ''
  const test = expression(
    pattern,
    extended || options.includes('E'),
    options.includes('i') ? 'i' : '',
  )
  return lines.filter((line) => test.test(line) !== options.includes('v'))
}

const countOf = (args: readonly string[]): number => Number(/\d+/.exec(args.join(' '))?.[0] ?? 10)

/** What the command at the end of a pipe lets through: `grep`, `head`, `tail`; the rest, all of it. */
export function filter({words: [name, ...args]}: SimpleCommand, text: string): string {
  const lines = text.split('\n').slice(0, -1)
  const kept = ((): string[] => {
    switch (name) {
      case 'grep':
      case 'egrep':
        return grep(args, name === 'egrep', lines)
      case 'head':
        return lines.slice(0, countOf(args))
      case 'tail':
        return lines.slice(-countOf(args))
      default:
        return lines
    }
  })()
  return kept.map((line) => `${line}\n`).join('')
}
