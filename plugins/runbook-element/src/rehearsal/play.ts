import {
  act,
  type Action,
  formatRehearsal,
  now,
  type Rehearsal,
  type Turn,
} from '@handrail/runbook/rehearse'

/** What changes while a rehearsal is played. */
type TurnListener = (turn: Turn) => void
type PreparedListener = (text: string, host: string | undefined) => void

/** A rehearsal that is being played on a page: where it stands, and who hears of each turn. */
export class Play {
  rehearsal: Rehearsal
  private readonly turnListeners: TurnListener[] = []
  private readonly preparedListeners: PreparedListener[] = []

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
    for (const listener of this.turnListeners) listener(turn)
  }

  /** Tells every turn that comes, after those that have been. */
  onTurn(listener: TurnListener): void {
    this.rehearsal.turns.forEach((turn) => listener(turn))
    this.turnListeners.push(listener)
  }

  /** Makes a command ready to be run, on one host or on each. */
  prepare(text: string, host: string | undefined): void {
    for (const listener of this.preparedListeners) listener(text, host)
  }

  onPrepared(listener: PreparedListener): void {
    this.preparedListeners.push(listener)
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
