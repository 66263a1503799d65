import type {RootContent} from 'mdast'
import type {Runbook} from '@handrail/runbook'
import type {Frame} from './frame-runbook.ts'
import type {Texts} from './texts.ts'

/** What the head of a runbook says to whoever is to follow it, and what nobody could prove of it. */
export function aboutRunbook({head}: Runbook, texts: Texts): RootContent[] {
  const facts = [
    [texts['about-time'], head.time],
    [texts['about-needs'], head.needs.join(', ') || undefined],
    [texts['about-owner'], head.owner],
    [texts['about-reviewed'], head.reviewed],
  ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return [
    ...(facts.length > 0 ? [paragraph(`${facts.join('. ')}.`, 'handrail-about')] : []),
    ...(head.unproven.length > 0 ? [details(texts.unproven, list(head.unproven))] : []),
  ]
}

/** Open on paper and for those whose browser does not close it. */
function details(title: string, content: RootContent): RootContent {
  const summary: Frame = {
    type: 'runbookFrame',
    data: {hName: 'summary', hProperties: {}},
    children: [{type: 'text', value: title}],
  }
  return {
    type: 'runbookFrame',
    data: {hName: 'details', hProperties: {className: ['handrail-unproven']}},
    children: [summary, content],
  }
}

function list(sentences: readonly string[]): RootContent {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: sentences.map((sentence) => ({
      type: 'listItem',
      spread: false,
      children: [{type: 'paragraph', children: [{type: 'text', value: sentence}]}],
    })),
  }
}

function paragraph(value: string, className: string): RootContent {
  return {
    type: 'paragraph',
    data: {hProperties: {className: [className]}},
    children: [{type: 'text', value}],
  }
}
