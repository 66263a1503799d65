export {findingsOf, parseVerification} from './parse-verification.ts'
export type {DangerMark, Escalation, Verification, VerifiedRunbook} from './verification.ts'
