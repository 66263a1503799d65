import {adoptStyle} from '../browser/style.ts'

/** The look of a rehearsal, where it differs from that of a runbook's controls. */
const styleText = `
:host { container-type: inline-size; margin-block: 1rem; --mono: var(--handrail-mono, ui-monospace, monospace); }
.title { margin: 0 0 .5rem; font-size: 1.25rem; font-weight: 600; }
.part { margin: 1.25rem 0 .35rem; font-size: 1rem; font-weight: 600; }
a { color: var(--accent); }
.call { font-weight: 600; }
.note { font-size: .9em; margin: .35rem 0; }
.note:empty { display: none; }
.row { margin-block: .75rem; }
.time { margin-inline-end: auto; }
.clock { font-family: var(--mono); font-size: 1.15em; font-variant-numeric: tabular-nums; }
.panes { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
.pane { display: flex; flex-direction: column; min-width: 0; }
.pane[data-host=elsewhere] { grid-column: 1 / -1; }
.pane > .host { align-self: start; margin: 0 0 .35rem; font-family: var(--mono); font-weight: 600; }
.pane > .host-0 { border-style: dashed; }
.output { height: 20rem; overflow: auto; padding: .6rem .75rem; background: var(--soft); border: 1px solid var(--line); border-radius: var(--radius) var(--radius) 0 0; font-family: var(--mono); font-size: .8125rem; line-height: 1.45; }
.pane[data-host=elsewhere] .output { height: 8rem; }
.output pre { margin: 0 0 .6rem; padding: 0; border: 0; background: none; font-size: 1em; overflow-wrap: anywhere; }
.output p { margin: 0 0 .2rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.output .note { font-style: italic; margin-bottom: .6rem; }
.line { display: flex; }
.line textarea { flex: 1; min-width: 0; min-height: 2.75rem; max-height: 9rem; resize: vertical; field-sizing: content; line-height: 1.8; border-radius: 0 0 0 var(--radius); border-top: 0; }
.line button { border-radius: 0 0 var(--radius) 0; border-top: 0; border-inline-start: 0; }
.deeds { flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: .5rem; }
.deeds select { flex: 1 1 12rem; min-width: 0; }
.deeds button { border: 1px solid var(--line); border-radius: var(--radius); }
option { background: Canvas; color: CanvasText; }
.switch { display: none; gap: .35rem; margin-bottom: .5rem; }
.switch button { flex: 1; min-width: 0; padding-inline: .3rem; font-family: var(--mono); font-size: .875rem; text-align: center; }
.switch [aria-pressed=true] { border-color: var(--accent); border-width: 2px; font-weight: 700; }
.debrief ul { margin-block-end: 1rem; }
.debrief li { padding-block: .2rem; padding-inline-start: .75rem; border-inline-start: 3px solid var(--line); }
.debrief .bad { border-color: var(--danger); border-inline-start-width: 5px; }
.story { font-size: .9375em; }
.story li { display: grid; grid-template-columns: 4.5rem 1fr; }
.at { font-family: var(--mono); font-variant-numeric: tabular-nums; }
[data-control=end], [data-control=another] { border-color: var(--accent); border-width: 2px; font-weight: 600; }
@container (max-width: 42rem) {
  .switch { display: flex; }
  .panes { display: block; }
  .pane:not([data-shown]) { display: none; }
  .pane[data-host=elsewhere] .output { height: 12rem; }
  .output { height: 45vh; }
}
@media (forced-colors: active) { .switch [aria-pressed=true] { outline: 2px solid Highlight; } }
@media print { .output { height: auto; } .row, .line, .switch { display: none; } }
`

let sheet: CSSStyleSheet | undefined

/** Gives a shadow root the look of a rehearsal, over the look that all controls of a runbook have. */
export function adoptRehearsalStyle(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(styleText)
  }
  adoptStyle(root)
  root.adoptedStyleSheets.push(sheet)
}
