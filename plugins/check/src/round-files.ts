import type {FileRequest, Load, LoadedFile} from '@handrail/rst'
import type {FileLoader} from 'remark-rst/files'

/** The text of a file as an editor has it; `undefined` if it is not open there. */
export type Unsaved = (path: string) => string | undefined

/** What a loader answered, and all it looked at for it. */
interface Answer {
  file: LoadedFile
  looked: readonly string[]
}

/**
 * A loader over another one that looks at nothing twice within a round: a large tree asks for the
 * same fragments thousands of times. All its requests come from pages of one folder, so that a path
 * leads to the same file whoever asks.
 */
export class RoundFiles {
  readonly loader: FileLoader
  private readonly files: FileLoader
  private readonly unsaved: Unsaved
  private readonly answers = new Map<string, Answer>()
  private readonly edited = new Map<string, LoadedFile & {text: string}>()

  constructor(files: FileLoader, unsaved: Unsaved = () => undefined) {
    this.files = files
    this.unsaved = unsaved
    const load: Load = (request) => this.answer(request).file
    const watched = (look: (path: string) => void): Load => {
      return (request) => {
        const {file, looked} = this.answer(request)
        looked.forEach(look)
        return file
      }
    }
    this.loader = Object.assign(load, {watched})
  }

  /** Begins a new round: files may have changed. */
  refresh(): void {
    this.answers.clear()
  }

  private answer(request: FileRequest): Answer {
    const key = `${request.path}\0${request.encoding ?? ''}`
    let answer = this.answers.get(key)
    if (!answer) this.answers.set(key, (answer = this.look(request)))
    return answer
  }

  private look(request: FileRequest): Answer {
    const looked: string[] = []
    const file = this.files.watched((path) => looked.push(path))(request)
    return {file: 'refusal' in file ? file : this.asEdited(file), looked}
  }

  /** The same object as long as the text in the editor is the same, as loaders have it. */
  private asEdited(file: LoadedFile & {text: string}): LoadedFile {
    const text = this.unsaved(file.path)
    if (text === undefined || text === file.text) return file
    const known = this.edited.get(file.path)
    if (known?.text === text) return known
    const edited = {...file, text}
    this.edited.set(file.path, edited)
    return edited
  }
}
