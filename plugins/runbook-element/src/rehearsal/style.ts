/** The look of a rehearsal. A site sets the same `--handrail-…` properties as for runbooks. */
const styleText = `
:host { display: block; container-type: inline-size; margin-block: 1rem;
  --line: var(--handrail-line, color-mix(in srgb, currentColor 30%, transparent));
  --accent: var(--handrail-accent, #0b57d0); --danger: var(--handrail-danger, #a8071a);
  --soft: var(--handrail-soft, color-mix(in srgb, currentColor 6%, transparent));
  --mono: var(--handrail-mono, ui-monospace, monospace); }
* { box-sizing: border-box; }
button, input, select, textarea { font: inherit; min-height: 2.75rem; border: 1px solid var(--line); border-radius: 6px; background: none; color: inherit; padding: .4rem .8rem; }
option { background: Canvas; color: CanvasText; }
button { cursor: pointer; }
button:hover { border-color: currentColor; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h3 { margin: 0 0 .5rem; font-size: 1.25rem; }
h4 { margin: 0 0 .35rem; font-size: 1rem; }
p { margin: .5rem 0; }
ul { list-style: none; margin: 0 0 1rem; padding: 0; }
a { color: var(--handrail-link, inherit); }
.call { font-weight: 600; }
.note { font-size: .9em; margin: .35rem 0; }
.note:empty { display: none; }
.bar { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-block: .75rem; }
.bar > span { margin-inline-end: auto; }
.clock { font-family: var(--mono); font-size: 1.15em; font-variant-numeric: tabular-nums; }
.panes { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.pane { display: flex; flex-direction: column; min-width: 0; }
.pane[data-host=elsewhere] { grid-column: 1 / -1; }
.host { font-family: var(--mono); }
.log { height: 20rem; overflow: auto; padding: .6rem .75rem; background: var(--soft); border: 1px solid var(--line); border-radius: 6px 6px 0 0; font-family: var(--mono); font-size: .8125rem; line-height: 1.45; }
.pane[data-host=elsewhere] .log { height: 8rem; }
.log pre { margin: 0 0 .6rem; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
.log p { margin: 0 0 .2rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.log .note { font-family: inherit; font-style: italic; margin-bottom: .6rem; }
.line { display: flex; gap: 0; }
.line textarea { flex: 1; min-width: 0; resize: vertical; font-family: var(--mono); font-size: .875rem; line-height: 1.8; border-radius: 0 0 0 6px; border-top: 0; }
.line button { border-radius: 0 0 6px 0; border-top: 0; border-inline-start: 0; }
.deeds { flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: .5rem; }
.deeds select { flex: 1 1 12rem; min-width: 0; }
.deeds button { border: 1px solid var(--line); border-radius: 6px; }
.switch { display: none; gap: .35rem; margin-bottom: .5rem; }
.switch button { flex: 1; min-width: 0; padding-inline: .3rem; font-family: var(--mono); font-size: .875rem; }
.switch [aria-pressed=true] { border-color: var(--accent); border-width: 2px; font-weight: 700; }
.debrief h4 { margin-top: 1.25rem; }
.debrief li { padding-block: .2rem; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); }
.debrief .bad { border-color: var(--danger); border-inline-start-width: 5px; }
.story { font-size: .9375em; }
.story li { display: grid; grid-template-columns: 4.5rem 1fr; }
.at { font-family: var(--mono); font-variant-numeric: tabular-nums; }
[data-control=end], [data-control=another] { border-color: var(--accent); border-width: 2px; font-weight: 600; }
@container (max-width: 44rem) {
  .switch { display: flex; }
  .panes { display: block; }
  .pane:not([data-shown]) { display: none; }
  .pane[data-host=elsewhere] .log { height: 12rem; }
  .log { height: 45vh; }
}
@media print { .log { height: auto; } .bar, .line, .switch { display: none; } }
`

let sheet: CSSStyleSheet | undefined

/** Gives a shadow root the look of a rehearsal; a constructed sheet needs no leave of the page's policy. */
export function adoptRehearsalStyle(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(styleText)
  }
  root.adoptedStyleSheets = [sheet]
}
