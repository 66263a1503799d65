import type {Direction} from '../generations.ts'
import type {PolicyName} from '../vocabulary/event.ts'
import {demote} from './demotion.ts'
import {countMarks} from './ledger.ts'
import {decide} from './settings.ts'
import {type Cluster, type Host} from './state.ts'

/*
 * What Chef ships (`shipped`): after-sb-0pri discard-younger-primary, after-sb-1pri
 * discard-secondary, after-sb-2pri call-pri-lost-after-sb; data of one side is thrown away without
 * asking. `disconnect`: the three of them give no answer.
 */

/** The policies a host goes by; those of the cluster are decided where they first matter. */
export function policiesOf(cluster: Cluster, {policies}: Host): PolicyName {
  if (policies !== 'configured') return policies
  return (cluster.configured ??= decide(cluster.settings, cluster.course, 'policies'))
}

/** Which side is the source, seen from `self`; undecided: the policies give no answer. */
type Decision = 1 | -1 | undefined

/**
 * `discard-younger-primary` (`drbd_asb_recover_0p`): who was Primary when the data parted, by the
 * low bit of the bitmap generation, keeps its data; the other was promoted later. If that says
 * nothing, a side without changes loses, then the one with fewer, then the toss.
 */
function withoutPrimary(cluster: Cluster, self: Host, peer: Host): Decision {
  if (policiesOf(cluster, self) === 'disconnect') return undefined
  const older = self.meta!.bitmapPrimary
  if (older !== peer.meta!.bitmapPrimary) return older ? 1 : -1
  const own = countMarks(cluster, self)
  const others = countMarks(cluster, peer)
  if (own === others) {
    return decide(cluster.settings, cluster.course, 'first') === self.name ? 1 : -1
  }
  if (others === 0 || own > others) return 1
  return -1
}

/**
 * `call-pri-lost-after-sb` (`drbd_asb_recover_2p`): the policy for no Primary picks the loser, who
 * tries to demote itself. Mounted it cannot, and no handler is configured: undecided (R9).
 */
function withTwoPrimaries(cluster: Cluster, self: Host, peer: Host): Decision {
  if (policiesOf(cluster, self) === 'disconnect') return undefined
  const decision = withoutPrimary(cluster, self, peer)
  const loser = decision === -1 ? self : peer
  return demote(loser) ? undefined : decision
}

/** The number of Primaries now, when the hosts meet, not when they parted (R8). */
export const countPrimaries = (self: Host, peer: Host): 0 | 1 | 2 =>
  (Number(self.role === 'Primary') + Number(peer.role === 'Primary')) as 0 | 1 | 2

/** What the automatic policies decide, seen from `self`. `drbd_sync_handshake`. */
export function askPolicies(cluster: Cluster, self: Host, peer: Host): Decision {
  switch (countPrimaries(self, peer)) {
    case 0:
      return withoutPrimary(cluster, self, peer)
    case 1:
      if (policiesOf(cluster, self) === 'disconnect') return undefined
      return self.role === 'Primary' ? 1 : -1
    case 2:
      return withTwoPrimaries(cluster, self, peer)
  }
}

/**
 * What `--discard-my-data` decides. It is looked at only where the policies were not asked or gave
 * no answer: a policy overrules the operator.
 */
export function askFlags(self: Host, peer: Host): Direction {
  if (self.mode === 'discard' && peer.mode !== 'discard') return -1
  if (peer.mode === 'discard' && self.mode !== 'discard') return 1
  return -100
}
