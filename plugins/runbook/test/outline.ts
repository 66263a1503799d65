import type {VFileMessage} from 'vfile-message'
import {formatCondition, type Command, type Runbook, type Step} from '../src/index.ts'

/** A runbook as the specification files show it: a line for every step, command and choice. */
export function outline({steps}: Runbook): string {
  return steps.flatMap(stepLines).join('\n')
}

function stepLines(step: Step): string[] {
  return [
    `${step.id}${step.outcome ? ` (${step.outcome})` : ''}`,
    ...step.commands.flatMap(commandLines),
    ...step.choices.map(({id, condition, bindings, wait, target}) =>
      [
        `  ${id}`,
        condition && `[${formatCondition(condition)}]`,
        ...bindings.map(({role, to}) => `{${role}=${to}}`),
        wait && `(wait ${wait.every} max ${wait.max})`,
        `-> ${target.runbook ?? ''}#${target.step ?? ''}`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ]
}

function commandLines({kind, on, effect, lines, expect, caution}: Command): string[] {
  const place = 'name' in on ? on.name : on.kind
  return [
    ...lines.map((line) => `  ${kind} ${place} ${effect}: ${line}`),
    ...(caution === undefined ? [] : [`    caution: ${caution}`]),
    ...(expect === undefined ? [] : [`    expect: ${expect}`]),
  ]
}

/** A message as the specification files show it: place, severity, rule, sentence, advice. */
export function messageLine({line, column, fatal, ruleId, reason, note}: VFileMessage): string {
  const place = line === undefined ? '' : `${line}:${column} `
  const advice = note === undefined ? '' : `\n    ${note}`
  return `${place}${fatal ? 'error' : 'warning'} ${ruleId}: ${reason}${advice}`
}
