/**
 * Runs before the first paint. Pages with script show one step, others the whole document; and a
 * link to a step shows it at once: a fragment with a session is more than an id, and browsers look
 * for the others only when all style sheets have come. Kept short: it stands in every page.
 */
export const markScript = [
  "(d=>{d.documentElement.dataset.js='';try{",
  "let i=decodeURIComponent(location.hash.slice(1).split('?')[0]);",
  'if(i){',
  "let s=new CSSStyleSheet,h=':has(>#'+CSS.escape(i)+')',r='handrail-runbook:not(:defined,:has(:target)):has(>.handrail-step>#'+CSS.escape(i)+')>';",
  "s.replaceSync(r+':not(.handrail-head,'+h+'){display:none!important}'+r+h+'{display:block!important}');",
  'd.adoptedStyleSheets=[s]}}catch{}})(document)',
].join('')
