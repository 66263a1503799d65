/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomizer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What is put into texts: markup, the characters around it, and characters that are no letters. */
const scraps = [
  ...'*`_|\\:.-+=<>()[]{}"\'#~^&;,!?/\t ',
  ...[
    '\n',
    '\n\n',
    '  ',
    '    ',
    '**',
    '``',
    '__',
    '`_',
    '_`',
    '::',
    '.. ',
    '- ',
    '1. ',
    '#. ',
    '| ',
  ],
  ...[
    '>>> ',
    ':f: ',
    '-o ',
    '--opt=x  ',
    '[1]_',
    '[#]_',
    '[*]_',
    '[a]_',
    '|x|',
    '`a <b>`_',
    ':r:`a`',
  ],
  ...[
    '====',
    '----',
    '== ==',
    '+--+',
    '.. |x| ',
    '.. _x: ',
    '.. [1] ',
    '.. note:: ',
    'http://a.b',
    'a@b.c',
  ],
  ...[
    'é',
    '中',
    '\u0301',
    '\u00a0',
    '\u2028',
    '\u3000',
    '😀',
    '\ud800',
    '\0',
    '\ufeff',
    '\v',
    '\r',
  ],
]

/** Yields changed copies of the inputs, the same ones for the same seed. */
export function mutator(seed: number, inputs: readonly string[]): () => string {
  const random = randomizer(seed)
  const index = (length: number): number => Math.floor(random() * length)
  const pick = <T>(items: readonly T[]): T => items[index(items.length)]!

  const inLines = (text: string, change: (lines: string[], at: number) => void): string => {
    const lines = text.split('\n')
    change(lines, index(lines.length))
    return lines.join('\n')
  }

  const changes: ((text: string, at: number) => string)[] = [
    (text, at) => text.slice(0, at) + pick(scraps) + text.slice(at),
    (text, at) => text.slice(0, at) + pick(scraps).repeat(1 + index(20)) + text.slice(at),
    (text, at) => text.slice(0, at) + text.slice(at + 1 + index(4)),
    (text, at) => text.slice(0, at) + text.slice(index(text.length + 1)),
    (text) => inLines(text, (lines, at) => lines.splice(at, 1)),
    (text) => inLines(text, (lines, at) => (lines[at] = ' '.repeat(1 + index(5)) + lines[at]!)),
    (text) => inLines(text, (lines, at) => (lines[at] = lines[at]!.replace(/^ +/, ''))),
    (text) => inLines(text, (lines, at) => lines.splice(at, 0, ...pick(inputs).split('\n'))),
    (text) => text.replaceAll('\n', pick(['\r\n', '\n\n', '\n  '])),
  ]
  return () => {
    let text = pick(inputs)
    for (let times = 1 + index(5); times > 0; times--)
      text = pick(changes)(text, index(text.length + 1))
    return text
  }
}
