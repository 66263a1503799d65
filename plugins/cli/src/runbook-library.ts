import {existsSync} from 'node:fs'
import {basename, dirname, join, relative} from 'node:path'
import {vocabulary} from '@handrail/cluster/vocabulary'
import {type Runbook, readRunbooks} from '@handrail/runbook'
import {sitePages, siteReader, siteSettings} from 'remark-rst/site'

/** Finds runbooks by name or file, reading only the pages it is asked for. */
export function runbookLibrary(siteDir: string): (name: string) => Runbook | undefined {
  const settings = siteSettings(siteDir)
  const reader = siteReader(siteDir, settings)
  const all = existsSync(join(siteDir, settings.docs)) ? sitePages(siteDir, settings) : []
  return (name) => {
    const path = all.find((page) => baseName(page) === name) ?? fileBelow(siteDir, name)
    const page = path === undefined ? undefined : reader.read(path)
    // A file that names no runbook in its head is not one, whatever it was called by.
    return page && readRunbooks([page], {vocabulary}).runbooks[0]
  }
}

function baseName(path: string): string {
  return basename(path).replace(/\.\w+$/, '')
}

function fileBelow(siteDir: string, name: string): string | undefined {
  const path = relative(siteDir, name)
  return existsSync(name) && !path.startsWith('..') && dirname(path) ? path : undefined
}
