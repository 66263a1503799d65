export {findingsOf, parseVerification} from './parse-verification.ts'
export type {
  DangerMark,
  Escalation,
  UntakenChoice,
  Verification,
  VerifiedRunbook,
  WhyUntaken,
} from './verification.ts'
