/**
 * Runs before the first paint. Pages with script show one step, others the whole document; and the
 * link of a session, whose fragment is more than an id, shows its step before the stepper has come.
 * Kept short: it stands in every page.
 */
export const markScript = [
  "(d=>{d.documentElement.dataset.js='';try{",
  "let i=decodeURIComponent(location.hash.slice(1).split('?')[0]);",
  "if(i&&location.hash.includes('?')){",
  "let s=new CSSStyleSheet,h=':has(>#'+CSS.escape(i)+')',r='handrail-runbook:not(:defined):has(>.handrail-step>#'+CSS.escape(i)+')>';",
  "s.replaceSync(r+':not(.handrail-head,'+h+'){display:none!important}'+r+h+'{display:block!important}');",
  'd.adoptedStyleSheets=[s]}}catch{}})(document)',
].join('')
