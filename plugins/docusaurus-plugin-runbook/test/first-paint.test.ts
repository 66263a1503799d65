import {describe, expect, test} from 'vitest'
import {firstPaintStyle, holdsRunbook, paintFirst} from 'docusaurus-plugin-runbook/first-paint'

const page = `<!doctype html><html><head><link rel=stylesheet href=/a.css><script src=/main.js defer></script>
<script type=module src=/stepper.js></script></head><body><main class="wide main"><handrail-runbook>
<h2 id=one style=color:var(--inline)>One</h2></handrail-runbook></main></body></html>`

const style = (css: string): string => firstPaintStyle([page], css)

test('a page that holds a runbook can be told', () => {
  expect(holdsRunbook(page)).toBe(true)
  expect(holdsRunbook('<p>runbook</p>')).toBe(false)
})

describe('the style of the first paint', () => {
  test('has the rules whose elements, classes and ids stand in a page', () => {
    expect(style('main{top:0}.wide.main>h2{top:1px}#one{top:2px}')).toBe(
      'main{top:0}.wide.main>h2{top:1px}#one{top:2px}',
    )
  })

  test('has no others', () => {
    expect(style('table{top:0}.menu{top:0}#two{top:0}.wide .menu{top:0}')).toBe('')
  })

  test('keeps of a list of selectors those that can match', () => {
    expect(style('.menu,.wide,#two{top:0}')).toBe('.wide{top:0}')
  })

  test('does not ask for what stands in brackets, nor for states', () => {
    const css = 'main:not(.menu){top:0}h2:is(.menu,#one):focus{top:0}html[data-js] h2{top:0}'
    expect(style(css)).toBe(css)
  })

  test('keeps layers in their order, and drops blocks without a rule', () => {
    const css = '@layer a,b;@layer b{main{top:0}}@media print{.menu{top:0}}'
    expect(style(css)).toBe('@layer a,b;@layer b{main{top:0}}')
  })

  test('has the properties that are used, through others and by the page itself', () => {
    const css = ':root{--a:var(--b);--b:1px;--c:2px;--inline:red}main{top:var(--a)}'
    expect(style(css)).toBe(':root{--a:var(--b);--b:1px;--inline:red}main{top:var(--a)}')
  })

  test('brings no animation and no font', () => {
    expect(style('@keyframes x{from{top:0}}@font-face{font-family:x}main{top:0}')).toBe(
      'main{top:0}',
    )
  })
})

describe('a page that is painted first', () => {
  const painted = paintFirst(page, 'main{top:0}')

  test('has its style in the head and the style sheet behind its text', () => {
    expect(painted).toMatch(/<head><style>main\{top:0\}<\/style>/)
    expect(painted).toMatch(/<\/main><link rel=stylesheet href=\/a\.css><\/body>/)
    expect(painted.match(/rel=stylesheet/g)).toHaveLength(1)
  })

  test('lets the scripts of others come after the runbook’s', () => {
    expect(painted).toContain('<script fetchpriority=low src=/main.js defer>')
    expect(painted).toContain('<script type=module src=/stepper.js>')
  })

  test('stays as it is without a style sheet', () => {
    expect(paintFirst('<p>text</p>', 'p{}')).toBe('<p>text</p>')
  })

  test('needs no end of its body, which may be left out', () => {
    expect(paintFirst('<link rel=stylesheet href=/a.css><p>text', 'p{}')).toBe(
      '<style>p{}</style><p>text<link rel=stylesheet href=/a.css>',
    )
  })
})
