/**
 * The generation identifiers of one side and what else DRBD looks at when two sides compare theirs.
 * Identifiers are numbers whose value means nothing: only equal or not, with two exceptions.
 */
export interface Generations {
  readonly current: number
  readonly bitmap: number
  /** The younger of the two history slots. */
  readonly history1: number
  readonly history2: number
  /** Was Primary when it went down hard, and has not been in sync with its peer since. */
  readonly crashedPrimary: boolean
}

/** An empty slot. */
export const empty = 0
/** The current generation of fresh metadata, the kernel's UUID_JUST_CREATED. */
export const justCreated = 1

/**
 * What the comparison asks for, seen from `self`, with the kernel's own numbers: 1 and 2 self is
 * the source (2: of a full resync), -1 and -2 it is the target, 0 nothing is to be done, 100 and
 * -100 the generations diverged (-100: the automatic policies are not asked), -1000 they never had
 * anything in common.
 */
export type Direction = 0 | 1 | 2 | -1 | -2 | 100 | -100 | -1000

/** The outcome and the number of the rule that decided it, as the kernel logs both. */
export interface Comparison {
  readonly direction: Direction
  readonly rule: number
}

/** Facts of this moment that the comparison needs besides the metadata. */
export interface Roles {
  readonly selfPrimary: boolean
  readonly peerPrimary: boolean
  /** Asked where both crashed as Primary: whether self opened the connection and becomes the source. */
  readonly isSelfFirst: () => boolean
}

const decide = (direction: Direction, rule: number): Comparison => ({direction, rule})

/** Rules 34 to 37: the same generation, and one side still holds a bitmap generation. */
function sameWithBitmap(self: Generations, peer: Generations): Comparison | undefined {
  if (self.bitmap !== empty && peer.bitmap === empty) {
    const missedEnd = self.bitmap === peer.history1 && self.history1 === peer.history2
    return decide(1, missedEnd ? 34 : 36)
  }
  if (self.bitmap === empty && peer.bitmap !== empty) {
    const missedEnd = self.history1 === peer.bitmap && self.history2 === peer.history1
    return decide(-1, missedEnd ? 35 : 37)
  }
  return undefined
}

/** Rules 40 and 41: the same generation on both sides; somebody may have crashed while writing. */
function sameGeneration(self: Generations, peer: Generations, roles: Roles): Comparison {
  if (!self.crashedPrimary && !peer.crashedPrimary) return decide(0, 40)
  if (roles.selfPrimary && roles.peerPrimary) return decide(-100, 41)
  if (roles.selfPrimary || roles.peerPrimary) return decide(roles.selfPrimary ? 1 : -1, 41)
  if (self.crashedPrimary && peer.crashedPrimary) return decide(roles.isSelfFirst() ? 1 : -1, 40)
  return decide(self.crashedPrimary ? 1 : -1, 40)
}

const inHistory = (generation: number, side: Generations): boolean =>
  generation === side.history1 || generation === side.history2

/** Rule 100. Empty slots count: this is the kernel's own comparison. */
const historiesMeet = (self: Generations, peer: Generations): boolean =>
  inHistory(self.history1, peer) || inHistory(self.history2, peer)

/**
 * Compares the generation identifiers of two sides, the first rule that fits deciding: rule R6 of
 * the model, `drbd_uuid_compare` of the kernel module (8.4). Left out are rules 51 and 71, which
 * mend a packet lost between the two ends of one step: here a step is one step on both sides.
 */
export function compareGenerations(self: Generations, peer: Generations, roles: Roles): Comparison {
  const selfNew = self.current === justCreated || self.current === empty
  const peerNew = peer.current === justCreated || peer.current === empty
  if (selfNew && peerNew) return decide(0, 10)
  if (selfNew) return decide(-2, 20)
  if (peerNew) return decide(2, 30)
  if (self.current === peer.current) {
    return sameWithBitmap(self, peer) ?? sameGeneration(self, peer, roles)
  }
  if (self.current === peer.bitmap) return decide(-1, 50)
  if (inHistory(self.current, peer)) return decide(-2, 60)
  if (self.bitmap === peer.current) return decide(1, 70)
  if (inHistory(peer.current, self)) return decide(2, 80)
  if (self.bitmap === peer.bitmap && self.bitmap !== empty) return decide(100, 90)
  return historiesMeet(self, peer) ? decide(-100, 100) : decide(-1000, 100)
}

/**
 * The disk states have the last word (R7): where exactly one side is Inconsistent it becomes the
 * target, of a full resync if the comparison wanted one or found no common base.
 */
export function overrideByDisks(
  comparison: Comparison,
  selfInconsistent: boolean,
  peerInconsistent: boolean,
): Comparison {
  const {direction, rule} = comparison
  if (direction === -1000 || selfInconsistent === peerInconsistent) return comparison
  const full = direction === -100 || Math.abs(direction) === 2
  const size = full ? 2 : 1
  return decide((peerInconsistent ? size : -size) as Direction, rule)
}

/** One side's generations with the flags that `drbdadm get-gi` prints beside them. */
export interface Identifiers extends Generations {
  readonly consistent: boolean
  /** Is or was Primary. */
  readonly primary: boolean
}

/** Whose data DRBD takes for newer. */
export type Newer = 'self' | 'peer' | 'same' | 'diverged' | 'unrelated'

/**
 * What the identifiers of both sides say of whose data is newer: what a handshake would do, up to
 * the policies. A toss is no answer: two crashed Primaries of one generation are the same.
 */
export function newerOf(self: Identifiers, peer: Identifiers): Newer {
  const bothCrashed = self.crashedPrimary && peer.crashedPrimary
  const compared = compareGenerations(self, peer, {
    selfPrimary: self.primary,
    peerPrimary: peer.primary,
    isSelfFirst: () => true,
  })
  const {direction} = overrideByDisks(compared, !self.consistent, !peer.consistent)
  if (direction === -1000) return 'unrelated'
  if (Math.abs(direction) === 100) return 'diverged'
  if (direction === 0 || (compared.rule === 40 && bothCrashed)) return 'same'
  return direction > 0 ? 'self' : 'peer'
}
