export type {Condition, Observation, Observations, Term, Who} from './model/condition.ts'
export {planOf, type Plan, type PlanChoice, type PlanCommand, type PlanStep} from './model/plan.ts'
export type {
  Binding,
  Choice,
  Command,
  Effect,
  Head,
  OutcomeKind,
  Place,
  Runbook,
  Step,
  StepRef,
  ValueSpec,
  Wait,
} from './model/runbook.ts'
export type {
  ActionSpec,
  EnvironmentEvent,
  Evidence,
  KeySpec,
  KnownLine,
  Reading,
  ReadingHints,
  Refusal,
  SystemModel,
  SystemReader,
  SystemVocabulary,
  UnderstoodLine,
  Verdict,
} from './model/system-model.ts'
export type {Rule} from './message/rule.ts'
export {formatCondition} from './model/format-condition.ts'
export {givenId, type GivenId} from './read/given-id.ts'
export {parseCondition, type Names, type Parsed} from './read/parse-condition.ts'
export {isRunbook, type RawHead} from './read/read-head.ts'
export {readRunbooks, type ReadPage} from './read/read-runbooks.ts'
export {readRunbook, type ReadResult, type RunbookSource} from './read/read-runbook.ts'
export * from './machine/index.ts'
export * from './link/index.ts'
export * from './log/index.ts'
export {
  durationText,
  graphList,
  graphListText,
  graphMermaid,
  graphOf,
  graphText,
  type Graph,
  type GraphEdge,
  type GraphItem,
  type GraphNode,
} from './graph/index.ts'
export {lint, rules, type LintContext} from './lint/index.ts'
export {lintRunbooks, type LintOptions} from './lint/lint-runbooks.ts'
export {runbookDirective, type DirectiveData} from './directive/runbook-directive.ts'
export {newRunbook, type NewRunbook} from './template/new-runbook.ts'
