import {repr} from '../../text/repr.ts'
import {type Converter, Refusal} from '../spec.ts'

const rst = new Set(['rst', 'restructuredtext', 'rest', 'restx', 'rtxt'])

/** The name of the parser for an included file: reStructuredText’s, or one that reads nothing. */
export const parserName: Converter<'rst' | 'null'> = (text) => {
  const name = (text ?? '').toLowerCase()
  if (rst.has(name)) return 'rst'
  if (name === 'null') return 'null'
  return new Refusal(`Parser "${text ?? ''}" not found. ${absence(name)}`, '`rst` or `null`')
}

function absence(name: string): string {
  if (name !== 'markdown' && name !== 'commonmark') {
    return `No module named ${repr(name === 'myst' ? 'myst_parser' : name.split('.')[0])}`
  }
  return (
    'Parsing "CommonMark" requires one of the packages\n' +
    "('pycmark', 'myst', 'recommonmark') available at https://pypi.org"
  )
}
