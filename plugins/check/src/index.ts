export {checkPages, type CheckOptions} from './check-pages.ts'
export {checkRules, type CheckRule, type CheckRuleId, type Severities} from './rules.ts'
export {LinkChecker, type LinkedPage} from './check-links.ts'
export {uniqueMessages} from './unique-messages.ts'
