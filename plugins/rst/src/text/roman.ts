const numerals: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** A number as a Roman numeral, or undefined beyond 1 to 4999. */
export function toRoman(value: number): string | undefined {
  if (value < 1 || value > 4999) return undefined
  let rest = value
  let text = ''
  for (const [worth, letters] of numerals) {
    for (; rest >= worth; rest -= worth) text += letters
  }
  return text
}

/** The value of a well-formed upper-case Roman numeral, or undefined. */
export function fromRoman(text: string): number | undefined {
  if (!/^M{0,4}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return undefined
  let value = 0
  let at = 0
  for (const [worth, letters] of numerals) {
    for (; text.startsWith(letters, at); at += letters.length) value += worth
  }
  return value || undefined
}
