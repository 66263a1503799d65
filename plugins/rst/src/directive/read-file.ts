import {repr} from '../text/repr.ts'
import type {Node} from '../tree.ts'
import type {DirectiveCall, FileRefusal, LoadedFile} from './spec.ts'

type RefusedFile = Extract<LoadedFile, {refusal: FileRefusal}>

/** The result of a directive whose file is not read, as docutils words it where it has words. */
export function failToRead(call: DirectiveCall<object>, file: RefusedFile): Node[] {
  const {name} = call
  const {reason, detail} = file.refusal
  if (reason === 'binary' || reason === 'encoding') {
    const problem = `UnicodeDecodeError: ${detail ?? 'binary data'}`
    return call.fail('file-encoding', {name, path: file.path, problem})
  }
  const problem = `${call.name === 'csv-table' ? '' : 'InputError: '}${systemError(file)}`
  return call.fail('file-unread', {name, path: file.path, reason: reasons[reason], problem})
}

/** Why a file is not read, for the writer. */
const reasons: Record<Exclude<FileRefusal['reason'], 'binary' | 'encoding'>, string> = {
  missing: 'does not exist',
  folder: 'is a folder',
  unreadable: 'cannot be read',
  outside: 'lies outside of the folders that may be read',
  'too-large': 'is too large',
  'not-a-file': 'is no regular file',
}

/** The error of the system under docutils, whose numbers are those of POSIX. */
function systemError({path, refusal}: RefusedFile): string {
  const [number, text] = systemErrors[refusal.reason] ?? systemErrors.unreadable
  return `[Errno ${number}] ${text}: ${repr(path)}`
}

const systemErrors: Partial<Record<FileRefusal['reason'], [number, string]>> & {
  unreadable: [number, string]
} = {
  missing: [2, 'No such file or directory'],
  folder: [21, 'Is a directory'],
  unreadable: [13, 'Permission denied'],
  'too-large': [27, 'File too large'],
}

/** Why an address is not read: nothing is fetched. */
export function urlProblem(url: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(url)
    ? '<urlopen error no network>'
    : `unknown url type: ${repr(url)}`
}
