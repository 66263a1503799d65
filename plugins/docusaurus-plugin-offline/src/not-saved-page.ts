import type {Words} from './words.ts'

/** A page that needs no other file, for what is neither saved nor to be had. */
export function notSavedPage(words: Words, baseUrl: string): string {
  const notSaved = escaped(words.notSaved)
  const link = (path: string, text: string) =>
    `<p><a href="${escaped(baseUrl + path)}">${escaped(text)}</a></p>`
  return (
    '<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">' +
    `<meta name="color-scheme" content="light dark"><title>${notSaved}</title>` +
    `<h1>${notSaved}</h1>${link('', words.home)}${link('offline', words.about)}\n`
  )
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
