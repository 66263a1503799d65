/**
 * Schemes that run code or stand for a document of their own when a reader follows them. Browsers
 * ignore control characters and leading space in an address, so these are ignored here too.
 */
const dangerous = /^(?:javascript|vbscript|livescript|mocha|data|blob|filesystem|view-source|jar):/i
const picture = /^data:image\/(?:png|gif|jpeg|webp|avif|svg\+xml)[;,]/i
const ignored = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]+/g // eslint-disable-line no-control-regex

/** Whether an address may become a link. */
export function isSafeLink(url: string): boolean {
  return !dangerous.test(url.replace(ignored, ''))
}

/** Whether an address may become the source of a picture. */
export function isSafeImage(url: string): boolean {
  const plain = url.replace(ignored, '')
  return !dangerous.test(plain) || picture.test(plain)
}
