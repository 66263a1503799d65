import {type Settings, defaultSettings} from '@handrail/rst'

/** The settings a request may give, and what a value of each looks like. */
const accepted: {[K in keyof Settings]?: (value: unknown) => boolean} = {
  report_level: isLevel,
  halt_level: isLevel,
  character_level_inline_markup: isBoolean,
  line_length_limit: isCount,
  syntax_highlight: (value) => ['long', 'short', 'none'].includes(value as string),
  expose_internals: isStrings,
  smart_quotes: (value) => isBoolean(value) || value === 'alt',
}

/** Settings as docutils names them, checked; throws on an unknown key or an impossible value. */
export function treeSettings(given: unknown): Partial<Settings> {
  if (given === undefined || given === null) return {}
  if (typeof given !== 'object') throw new Error('Unexpected settings, expected an object')
  for (const [key, value] of Object.entries(given)) {
    const accepts = Object.hasOwn(accepted, key) ? accepted[key as keyof Settings] : undefined
    if (!accepts) {
      const known = Object.keys(accepted).join(', ')
      throw new Error(`Unexpected setting \`${key}\`, expected one of: ${known}`)
    }
    if (!accepts(value)) {
      const example = JSON.stringify(defaultSettings[key as keyof Settings])
      throw new Error(`Unexpected value of \`${key}\`, expected something like ${example}`)
    }
  }
  return given
}

function isLevel(value: unknown): boolean {
  return isCount(value) && Number(value) <= 5
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean'
}

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
