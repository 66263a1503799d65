export {clock, span} from './clock.ts'
export {callText, outputText, rehearsalTitle} from './introduction.ts'
export {type Part, type Sentence, tellDebrief} from './tell-debrief.ts'
export {type RehearsalTextId, type RehearsalTexts, rehearsalTexts} from './texts.ts'
