import {createHash} from 'node:crypto'

/**
 * What a page of the site may load: its own files, of inline scripts those of the theme, and of
 * inline styles the one that a runbook is first painted with. Style attributes are allowed because
 * the code blocks colour their tokens with them; a style cannot run anything.
 */
const directives: Record<string, string[]> = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'frame-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
}

const scriptElement = /<script\b([^>]*)>([\s\S]*?)<\/script/gi
const policyElement = /<meta\s[^>]*http-equiv=["']?content-security-policy/i

/** The text of the scripts that stand in a page itself and that a browser would run. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(scriptElement)]
    .filter(([, attributes]) => !/\bsrc\s*=/i.test(attributes!) && isExecutable(attributes!))
    .map(([, , text]) => text!)
}

/** A `type` other than that of JavaScript makes a script a block of data. */
function isExecutable(attributes: string): boolean {
  const type = /\btype\s*=\s*["']?([^\s"'>]*)/i.exec(attributes)?.[1]
  return !type || /^(module|(text|application)\/javascript)$/i.test(type)
}

/** The text of the styles that stand in a page itself. */
export function inlineStyles(html: string): string[] {
  return [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style/gi)].map(([, text]) => text!)
}

/** The policy that of all inline scripts and styles allows these. */
export function policyFor(scripts: readonly string[], styles: readonly string[] = []): string {
  const inline: Record<string, readonly string[]> = {'script-src': scripts, 'style-src': styles}
  return Object.entries(directives)
    .map(([name, sources]) => {
      const hashes = new Set((inline[name] ?? []).map(hashSource))
      return [name, ...sources, ...hashes].join(' ')
    })
    .join('; ')
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/**
 * The page with a policy as the first thing in its head but for the character set, which has to
 * stand within the first kilobyte. A page that brings a policy of its own is left as it is.
 */
export function withPolicy(html: string, policy: string): string {
  if (policyElement.test(html)) return html
  const element = `<meta http-equiv="Content-Security-Policy" content="${policy}">`
  return html.replace(/<head[^>]*>(\s*<meta charset=[^>]*>)?/i, (start) => start + element)
}
