import type {PlanCommand} from './plan.ts'

const copy = /\b(?:snapshot|backup|basebackup|pg_basebackup|lvcreate\b.*\s(?:-s|--snapshot))\b/i
const undone = /\b(?:restore|remove|delete|lvremove)\b/i

/**
 * Whether a command takes a snapshot or a backup, as its words say. That the copy holds the data is
 * for the checker to prove.
 */
export function takesCopy({effect, lines}: Pick<PlanCommand, 'effect' | 'lines'>): boolean {
  return effect === 'change' && lines.some((line) => copy.test(line) && !undone.test(line))
}
