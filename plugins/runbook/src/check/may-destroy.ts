import type {Context} from './context.ts'
import type {Block} from './program.ts'

export const nobodyChose = 'no human chose the host that loses'

/**
 * What a block lacks to be allowed to lose data; nothing if it may: it says that it destroys, warns,
 * a copy was taken before, and a human has chosen the host that loses.
 */
export function whyNotDestroy(
  {command}: Pick<Block, 'command'>,
  {copied, chosen}: Context,
): string | undefined {
  if (command.effect !== 'destroy') return 'the block does not say that it destroys'
  if (command.caution === undefined) return 'no caution says so'
  if (!copied) return 'no snapshot or backup was taken before'
  return chosen ? undefined : nobodyChose
}
