import {rule} from './rule.ts'

type None = Record<string, never>

export const inlineRules = {
  'inline-end': rule<{kind: string}>(
    2,
    ({kind}) => `Inline ${kind} start-string without end-string.`,
    ({kind}) => `Unexpected start of ${kind}, expected its end in the same paragraph`,
    () => 'A start-string that is meant as a character is written with a backslash before it.',
  ),
  'inline-interpreted-end': rule<None>(
    2,
    () => 'Inline interpreted text or phrase reference start-string without end-string.',
    () => 'Unexpected start of interpreted text, expected its end in the same paragraph',
    () => 'A backquote that is meant as a character is written with a backslash before it.',
  ),
  'inline-roles': rule<{position: string}>(
    2,
    () => 'Multiple roles in interpreted text (both prefix and suffix present; only one allowed).',
    () => 'Unexpected second role, expected one before or after the interpreted text',
  ),
  'inline-role-and-reference': rule<{position: string}>(
    2,
    ({position}) => `Mismatch: both interpreted text role ${position} and reference suffix.`,
    () => 'Unexpected underscore after interpreted text with a role, expected one of them',
  ),
}
