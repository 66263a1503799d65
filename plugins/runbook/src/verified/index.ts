export {changedSince, checkedText, type ChangeSince} from './changed-since.ts'
export {findingsOf, parseVerification} from './parse-verification.ts'
export type {
  CheckedText,
  DangerMark,
  Escalation,
  UntakenChoice,
  Verification,
  VerifiedRunbook,
  WhyUntaken,
} from './verification.ts'
