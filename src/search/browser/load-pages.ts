import type {SearchPage} from '../page.ts'

declare global {
  /** Set by `pages.js`: a script, because a page opened from a disk may load nothing else. */
  var handrailSearchPages: SearchPage[] | undefined
}

/** Loads the text of the pages, which stands beside the script of the search. */
export function loadPages(folder: URL): Promise<SearchPage[]> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = new URL('pages.js', folder).href
    script.onload = () => resolve(globalThis.handrailSearchPages ?? [])
    script.onerror = () => {
      script.remove()
      reject(new Error(`Cannot load ${script.src}`))
    }
    document.head.append(script)
  })
}
