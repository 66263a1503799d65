import {
  act,
  type Action,
  formatRehearsal,
  now,
  type Rehearsal,
  type Turn,
} from '@handrail/runbook/rehearse'

/** What changes while a rehearsal is played. */
type Listener = (turn: Turn) => void

/** A rehearsal that is being played on a page: where it stands, and who hears of each turn. */
export class Play {
  rehearsal: Rehearsal
  private readonly listeners: Listener[] = []

  constructor(rehearsal: Rehearsal) {
    this.rehearsal = rehearsal
  }

  /** Seconds since the responder was called. */
  get clock(): number {
    return now(this.rehearsal).at
  }

  do(action: Action): void {
    this.rehearsal = act(this.rehearsal, action)
    const turn = this.rehearsal.turns.at(-1)!
    for (const listener of this.listeners) listener(turn)
  }

  /** Tells every turn that comes, after those that have been. */
  onTurn(listener: Listener): void {
    this.rehearsal.turns.forEach((turn) => listener(turn))
    this.listeners.push(listener)
  }

  /** What brings this rehearsal back: the fragment of its address. */
  fragment(isOver: boolean): string {
    return formatRehearsal(this.rehearsal, isOver)
  }

  /** The address at which anybody finds it. */
  address(isOver: boolean): string {
    return location.href.replace(/#.*/, '') + this.fragment(isOver)
  }
}
