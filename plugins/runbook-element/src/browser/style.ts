/** The look of the parts that the script draws. A site sets the `--handrail-…` properties. */
const styleText = `
:host {
  display: block;
  --line: var(--handrail-line, #8886);
  --accent: var(--handrail-accent, #14606e);
  --soft: var(--handrail-soft, #8881);
  --muted: var(--handrail-muted, inherit);
  --danger: var(--handrail-danger, #a8071a);
  --change: var(--handrail-change, #7a5600);
  --radius: var(--handrail-radius, 4px);
}
:host([hidden]) { display: none; }
:host(handrail-runbook) { container-type: inline-size; }
* { box-sizing: border-box; font: inherit; }
[hidden] { display: none !important; }
b { font-weight: 600; }
p { margin: .5rem 0; }
ul, ol, dl { list-style: none; margin: 0; padding: 0; }
h3 { margin: 1.25rem 0 .5rem; font-size: 1rem; font-weight: 600; }
code, pre, kbd { font-family: var(--handrail-mono, ui-monospace, monospace); font-size: .9em; }
.host b { font-family: var(--handrail-mono, ui-monospace, monospace); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

button, input, select, textarea {
  min-height: 2.5rem; border: 1px solid var(--line); border-radius: var(--radius);
  background: none; color: inherit; padding: .35rem .75rem; max-width: 100%;
}
button { cursor: pointer; text-align: start; }
button:hover { border-color: currentColor; }
button[aria-expanded=true] { border-color: var(--accent); box-shadow: inset 0 -3px var(--accent); }
input[type=checkbox] { min-height: 1.5rem; width: 1.5rem; vertical-align: middle; accent-color: var(--accent); }
input[type=file] { border-style: dashed; }
textarea { width: 100%; font-family: var(--handrail-mono, ui-monospace, monospace); font-size: .9em; }
label { display: inline-block; max-width: 100%; }
label.wide { display: block; margin-block: .5rem; }
.quiet { min-height: 1.5rem; border: 0; padding: 0; text-decoration: underline; color: var(--accent); }
.row { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.reason { color: var(--muted); font-size: .9em; }
.skip { position: absolute; inset-inline-start: -200vw; z-index: 4; background: var(--accent); color: var(--handrail-accent-text, #fff); }
.skip:focus { inset-inline-start: 0; }

pre {
  margin: .4rem 0; padding: .6rem .75rem; background: var(--soft);
  border: 1px solid var(--line); border-radius: var(--radius); white-space: pre-wrap; overflow-x: auto;
}
pre span { white-space: nowrap; }

.bar { position: sticky; top: var(--handrail-top, 0px); z-index: 3; border-block: 1px solid var(--line); background: var(--handrail-page, Canvas); }
summary { min-block-size: 24px; }
.bar summary { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; min-height: 2.75rem; cursor: pointer; padding: .25rem 0; }
.bar summary::after { content: '✎'; margin-inline-start: auto; color: var(--muted); }
.bar .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .5rem 1rem; padding-block: .5rem .75rem; max-height: 60vh; overflow: auto; }
.bar input { display: block; width: 100%; }
.bar label { font-size: .9em; }
.open-roles { color: var(--muted); font-size: .9em; }
.value { font-family: var(--handrail-mono, ui-monospace, monospace); font-size: .85em; }

.host { white-space: nowrap; border: 1px solid; border-radius: 1rem; padding: .05rem .6rem; font-size: .95em; }
.host::before { margin-inline-end: .35em; }
.host-1 { color: var(--handrail-host-1, inherit); }
.host-2 { color: var(--handrail-host-2, inherit); border-radius: 2px; }
.host-1::before { content: '\\25CF'; }
.host-2::before { content: '\\25A0'; }

.trail { margin-block: .25rem; font-size: .95em; }
.trail summary, .trail p { min-height: 1.75rem; margin: 0; color: var(--muted); }
.trail summary { cursor: pointer; }
.trail li { padding: .2rem 0 .2rem .75rem; border-inline-start: 3px solid var(--line); }
.trail .asked { color: var(--muted); }
.trail .answered { font-weight: 600; }
.trail .waiting { border-inline-start-style: dotted; }
.trail .reason { display: block; }
.trail .quiet { margin-inline-start: .5rem; }

.notice, .alert { margin-block: .5rem; border: 1px solid var(--line); border-radius: var(--radius); padding: .25rem .75rem; background: var(--soft); }
.alert { border-color: var(--danger); border-inline-start-width: 6px; }
.notice p, .alert p { margin-block: .35rem; }

.block { margin: .75rem 0; border: 1px solid var(--line); border-inline-start: 6px solid var(--line); border-radius: var(--radius); padding: .5rem .75rem; }
.block.change { border-inline-start-color: var(--change); }
.block.destroy { border-color: var(--danger); border-inline-start: 10px double var(--danger); }
.block > div + div { border-block-start: 1px solid var(--line); margin-block-start: .5rem; padding-block-start: .5rem; }
.head { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: start; justify-content: space-between; }
.where { flex: 1 1 12rem; margin: 0; font-weight: 600; line-height: 1.9; }
.effect { font-weight: 400; font-size: .9em; color: var(--muted); white-space: nowrap; }
.effect.change { color: var(--change); }
.effect.destroy { color: var(--danger); font-weight: 600; }
.copy { min-height: 2rem; }
.copy[data-copied] { border-color: var(--accent); color: var(--accent); }
.copy[data-copied]::before { content: '\\2713\\00A0'; }
.confirm p { margin: .35rem 0; }
.lost { margin: .35rem 0; color: var(--danger); }
.action { font-weight: 600; }

.asked { margin-block: 1.25rem .5rem; }
.choices { display: grid; gap: .4rem; counter-reset: answer; }
.choices li { counter-increment: answer; }
.choices li > button, .which { position: relative; width: 100%; padding: .55rem .75rem .55rem 2.5rem; }
.choices li > button::before, .which::before {
  content: counter(answer) / ''; position: absolute; inset-inline-start: .6rem; inset-block-start: .6rem;
  min-width: 1.35rem; border: 1px solid var(--line); border-radius: 3px; text-align: center;
  font-size: .8em; line-height: 1.35rem; color: var(--muted);
}
.which { border: 1px solid var(--line); border-radius: var(--radius); }
.which p { margin: 0 0 .4rem; }
.choices .suggested { border: 2px solid var(--accent); background: var(--soft); }
.choices .suggested .words { font-weight: 600; }
.choices [aria-disabled=true] { border-style: dashed; cursor: not-allowed; }
.choices [aria-disabled=true] .words { text-decoration: line-through; color: var(--muted); }
.choices .reason { display: block; }

.foot { margin-block: 1rem; border-block-start: 1px solid var(--line); padding-block-start: .75rem; }
.tools { margin-block: .5rem 1rem; }
.panel { margin-block-start: .5rem; border: 1px solid var(--line); border-radius: var(--radius); padding: .75rem; }
.entries { max-height: 24rem; overflow: auto; margin-block: .75rem; font-size: .9em; }
.entries li { border-block-start: 1px solid var(--line); padding: .3rem 0; }
.entries .said { display: block; margin: .15rem 0; font-weight: 600; }
.entries pre.said { font-weight: 400; max-height: 8rem; overflow: auto; }
time { font-family: var(--handrail-mono, ui-monospace, monospace); color: var(--muted); font-size: .9em; }
.ways { display: grid; gap: .4rem; margin-block: .5rem; }
.ways .ways { padding-inline-start: 1rem; }
.ways button { width: 100%; }
.summary { border-inline-start: 4px solid var(--accent); padding-inline-start: .75rem; margin-block: .75rem; }
.map { font-size: .9em; }
.map ul ul { padding-inline-start: .6rem; border-inline-start: 1px solid var(--line); }
.map li { padding-block: .15rem; }
.map details { margin-block-start: .75rem; overflow-x: auto; }
.map .walked { font-weight: 600; }
.map [aria-current] > .walked { outline: 2px solid var(--accent); outline-offset: 1px; }
.drawing { max-height: 26rem; overflow: auto; border: 1px solid var(--line); background: #fff; color: #000; }
.drawing svg { display: block; max-width: none; }
.drawing path.walked { stroke: #14606e; stroke-width: 4; }
.drawing .walked rect { fill: #dceff2; }
.drawing .here rect { fill: #fff3d6; stroke: #14606e; stroke-width: 6; }
.qr { max-width: 15rem; background: #fff; padding: .5rem; margin-block: .75rem; }
.address { overflow-wrap: anywhere; }
.keys { display: grid; grid-template-columns: auto 1fr; gap: .25rem .75rem; }
.keys dd { margin: 0; }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: .05rem .4rem; }

.live:not(:empty) {
  position: fixed; inset-block-end: 1rem; inset-inline: 1rem; z-index: 5; max-width: 34rem; margin: 0 auto;
  border-radius: var(--radius); padding: .6rem .9rem; background: var(--accent); color: var(--handrail-accent-text, #fff);
}

@container (min-width: 58rem) {
  .columns { display: grid; grid-template-columns: minmax(0, 1fr) 22rem; gap: 2rem; align-items: start; }
  .tools { position: sticky; top: calc(var(--handrail-top, 0px) + 4rem); max-height: calc(100vh - var(--handrail-top, 0px) - 5rem); overflow: auto; padding: 3px; }
}
@media (max-height: 30rem) { .bar { position: static; } }
@media (forced-colors: active) {
  .choices .suggested, [aria-expanded=true] { outline: 2px solid Highlight; }
  .live:not(:empty) { border: 2px solid; }
}
@media (prefers-reduced-motion: no-preference) { button { transition: border-color .1s; } }
@media print { .foot, .tools, .live, .skip, .notices { display: none; } .bar { position: static; } }
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
