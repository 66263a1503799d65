/** The look of the parts that the script draws. A site sets the `--handrail-…` properties. */
const styleText = `
:host { display: block; --line: var(--handrail-line, color-mix(in srgb, currentColor 30%, transparent));
  --accent: var(--handrail-accent, #0b57d0); --accent-text: var(--handrail-accent-text, #fff);
  --danger: var(--handrail-danger, #a8071a); --soft: var(--handrail-soft, color-mix(in srgb, currentColor 6%, transparent)); }
* { box-sizing: border-box; font: inherit; }
[hidden] { display: none !important; }
button, input, select, textarea { min-height: 2.75rem; border: 1px solid var(--line); border-radius: 6px; background: none; color: inherit; padding: .4rem .8rem; }
button { cursor: pointer; text-align: start; }
button:hover { border-color: currentColor; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ul, ol { list-style: none; margin: 0; padding: 0; }
p { margin: .5rem 0; }
code, pre, .host { font-family: var(--handrail-mono, ui-monospace, monospace); }
pre { margin: .5rem 0; padding: .75rem; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; overflow-x: auto; }
pre span { white-space: nowrap; }
.bar, .foot { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; padding: .5rem 0; }
.bar { border-block: 1px solid var(--line); }
.bar label { display: inline-flex; gap: .4rem; align-items: center; }
.bar input { width: 11rem; }
.host { font-weight: 600; white-space: nowrap; }
.host::before { display: inline-block; margin-inline-end: .35em; }
.host-1::before { content: '\\25CF'; } .host-2::before { content: '\\25A0'; }
.host-1 { color: var(--handrail-host-1, inherit); } .host-2 { color: var(--handrail-host-2, inherit); }
.trail { margin: .5rem 0; font-size: .9em; }
.trail li { padding: .15rem 0; border-inline-start: 3px solid var(--line); padding-inline-start: .6rem; }
.choices { display: grid; gap: .5rem; margin: 1rem 0; }
.choices button { width: 100%; }
.choices .suggested { border: 2px solid var(--accent); }
.choices button[aria-disabled=true] { opacity: .65; cursor: not-allowed; text-decoration: line-through; }
.reason { display: block; font-size: .85em; }
.block { border-inline-start: 4px solid var(--line); padding-inline-start: .75rem; margin: 1rem 0; }
.block.change { border-color: var(--handrail-change, #8a6100); }
.block.destroy { border-color: var(--danger); border-inline-start-style: double; border-inline-start-width: 8px; }
.where { font-weight: 600; }
textarea { width: 100%; font-family: var(--handrail-mono, ui-monospace, monospace); }
.panel { border: 1px solid var(--line); border-radius: 6px; padding: .75rem; }
.map ul { padding-inline-start: 1rem; border-inline-start: 1px solid var(--line); }
.map .walked { font-weight: 600; }
.map [aria-current] { outline: 2px solid var(--accent); }
.qr { max-width: 16rem; background: #fff; padding: .5rem; margin-block: .75rem; }
.alert { border: 1px solid var(--danger); border-radius: 6px; padding: .5rem .75rem; }
@media (forced-colors: active) { .choices .suggested { outline: 2px solid Highlight; } }
@media (prefers-reduced-motion: no-preference) { button { transition: border-color .1s; } }
`

let sheet: CSSStyleSheet | undefined

/** Gives a shadow root the shared look; a constructed sheet needs no leave of the page's policy. */
export function adoptStyle(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(styleText)
  }
  root.adoptedStyleSheets = [sheet]
}
