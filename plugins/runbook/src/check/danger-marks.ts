import type {DangerMark} from '../verified/verification.ts'
import type {Moment} from './moment.ts'

/** Gathers the danger marks of steps from the moments at which they were followed. */
export class DangerMarks {
  private readonly marks = new Map<string, DangerMark>()

  hear(runbook: string, moment: Moment): void {
    if (moment.kind === 'acted' && moment.lost.length > 0)
      this.add(runbook, moment.step.id, {destroys: true})
    if (moment.kind !== 'mistaken') return
    const {lost, stopsService, dangers} = moment.harm
    if (lost.length === 0 && !stopsService && dangers.length === 0) return
    this.add(runbook, moment.step.id, {destroysElsewhere: lost.length > 0, stopsService, dangers})
  }

  private add(runbook: string, step: string, more: Partial<DangerMark>): void {
    const key = `${runbook}#${step}`
    const mark = this.marks.get(key)
    this.marks.set(key, {
      runbook,
      step,
      destroys: mark?.destroys || more.destroys || false,
      destroysElsewhere: mark?.destroysElsewhere || more.destroysElsewhere || false,
      stopsService: mark?.stopsService || more.stopsService || false,
      dangers: [...new Set([...(mark?.dangers ?? []), ...(more.dangers ?? [])])],
    })
  }

  of(runbook: string): DangerMark[] {
    return [...this.marks.values()].filter((mark) => mark.runbook === runbook)
  }
}
