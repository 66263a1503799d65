import {describe, expect, test} from 'vitest'
import {
  inlineScripts,
  inlineStyles,
  policyFor,
  withPolicy,
} from '../../src/content-security-policy/policy.ts'

const page = `<!doctype html><html><head><meta charset="utf-8"><title>t</title>
<script>one()</script><script src="/a.js"></script>
<script type="application/ld+json">{}</script><script type=module>two()</script></head></html>`

describe('the Content-Security-Policy of a page', () => {
  test('knows the scripts a browser would run', () => {
    expect(inlineScripts(page)).toEqual(['one()', 'two()'])
  })

  test('names each of them by its hash, once', () => {
    // printf 'one()' | openssl dgst -sha256 -binary | base64
    const hash = "'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='"
    const policy = policyFor(['one()', 'one()'])
    expect(policy.split('; ').find((part) => part.startsWith('script-src'))).toBe(
      `script-src 'self' ${hash}`,
    )
  })

  test('names a style that stands in the page, and allows no other', () => {
    const styles = inlineStyles('<style>p{top:0}</style><p style="top:0">')
    expect(styles).toEqual(['p{top:0}'])
    // printf 'p{top:0}' | openssl dgst -sha256 -binary | base64
    const hash = "'sha256-8EJL2E40VnnGherz8izbHnhSLNfS7seXQ/iH7JDUNko='"
    const policy = policyFor([], styles)
    expect(policy.split('; ').find((part) => part.startsWith('style-src '))).toBe(
      `style-src 'self' ${hash}`,
    )
  })

  test('comes first in the head, behind the character set', () => {
    expect(withPolicy(page, policyFor([]))).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]*"><title>/,
    )
  })

  test('leaves a page alone that has one', () => {
    const secured = withPolicy(page, policyFor([]))
    expect(withPolicy(secured, policyFor([]))).toBe(secured)
  })

  test('allows no script from elsewhere, no eval, no inline script in general', () => {
    expect(policyFor([])).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/)
  })
})
