export type {Danger} from './danger.ts'
export {type EmbeddedPlan, type Frame, type FrameOptions, frameRunbook} from './frame-runbook.ts'
export {
  shareTexts,
  standaloneCollection,
  standaloneDocument,
  type StandaloneOptions,
} from './standalone-document.ts'
export {englishTexts, type TextId, type Texts} from './texts.ts'
