import {type Converter, Refusal} from '../spec.ts'

const cssUnits = [
  ...['em', 'ex', 'ch', 'rem', 'vw', 'vh', 'vmin', 'vmax'],
  ...['cm', 'mm', 'Q', 'in', 'pt', 'pc', 'px'],
]

/** A CSS length, or a number without a unit: `12`, `3.5 em`. */
export const lengthOrUnitless: Converter<string> = (text) => measure(text, [...cssUnits, ''])

/** A CSS length, a percentage, or a number without a unit. */
export const lengthOrPercentageOrUnitless: Converter<string> = (text) =>
  lengthOrPercentage(text, '')

/** The same; a number without a unit means pixels. */
export const lengthOrPercentageOrPixels: Converter<string> = (text) =>
  lengthOrPercentage(text, 'px')

function lengthOrPercentage(text: string | undefined, unit: string): string | Refusal {
  const length = measure(text, [...cssUnits, '%'])
  if (typeof length === 'string') return length
  const number = measure(text, [''])
  return typeof number === 'string' ? number + unit : length
}

/** A number and one of the units, without the space that may stand between them. */
function measure(text: string | undefined, units: readonly string[]): string | Refusal {
  if (text === undefined) {
    return new Refusal("expected string or bytes-like object, got 'NoneType'", 'a length')
  }
  const match = /^(-?[\d.]+) *([a-zA-Zµ]*|%?)$/.exec(text)
  const value = match && decimal(match[1]!)
  if (value === null) return new Refusal(`"${text}" is no valid measure.`, 'a length')
  const unit = match![2]!
  if ((value.startsWith('-') && Number(value) < 0) || !units.includes(unit)) {
    return new Refusal(
      'not a positive number or measure of one of the following units:\n' +
        units.filter((known) => known !== '').join(', '),
      'a positive length in a unit of CSS',
    )
  }
  return value + unit
}

/** A number as Python writes it after reading it: `007` is `7`, `1.50` is `1.5`, `2.` is `2.0`. */
function decimal(text: string): string | null {
  if (/^-?\d+$/.test(text)) return String(BigInt(text))
  const value = Number(text)
  if (Number.isNaN(value)) return null
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  if (exponent < -4 || exponent >= 16) return scientific(value)
  const plain = Object.is(value, -0) ? '-0' : String(value)
  return plain.includes('.') ? plain : `${plain}.0`
}

function scientific(value: number): string {
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2')
}
