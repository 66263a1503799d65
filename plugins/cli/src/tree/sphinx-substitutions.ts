import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type PythonAssignments, pythonAssignments} from '../init/python-values.ts'

/**
 * What Sphinx puts in the place of `|version|`, `|release|` and `|today|` in the pages of a folder
 * that defines none of them: values of its `conf.py`, and the day of the build.
 */
export function sphinxSubstitutions(folder: string): Record<string, string> {
  const values = configuration(folder)
  const valueOf = (name: string): string => {
    const value = values.get(name)
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return {
    version: valueOf('version'),
    release: valueOf('release'),
    today: valueOf('today') || dayOfBuild(),
  }
}

function configuration(folder: string): PythonAssignments['values'] {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
  try {
    return pythonAssignments(read('conf.py'), read).values
  } catch {
    return new Map()
  }
}

/** The day as Sphinx writes it in English; SOURCE_DATE_EPOCH has a build be repeatable. */
function dayOfBuild(): string {
  const epoch = process.env['SOURCE_DATE_EPOCH']
  const date = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000)
  return date.toLocaleDateString('en-US', {month: 'short', day: '2-digit', year: 'numeric'})
}
