import {actionSentence} from '../machine/action-sentence.ts'
import {fillLine} from '../machine/shell.ts'
import type {Plan, PlanCommand, PlanStep} from '../model/plan.ts'
import type {Effect} from '../model/runbook.ts'
import type {Evidence, SystemModel} from '../model/system-model.ts'
import {takesCopy} from '../model/takes-copy.ts'
import type {Context} from './context.ts'
import type {StateSpace} from './state-space.ts'

/** A line of a command, as it is carried out on one host. */
export type Line<Event = unknown> =
  | {readonly kind: 'read'; readonly text: string; readonly cells: readonly number[]}
  | {
      readonly kind: 'event'
      readonly text: string
      readonly event: Event
      /** Number of the event, the same wherever it is used. */
      readonly index: number
      readonly effect: Effect
      /** Its name among the actions that count as evidence. */
      readonly deed: string
      readonly evidence: readonly Evidence[]
    }
  | {readonly kind: 'unknown'; readonly text: string}

/** A command on one host. */
export interface Block<Event = unknown> {
  /** Number of the block, its own. */
  readonly index: number
  readonly command: PlanCommand
  /** Placeholder, or `elsewhere`. */
  readonly host: string
  readonly lines: readonly Line<Event>[]
  readonly takesCopy: boolean
  /** The same on the other hosts, for what a mistake would do; empty where it only reads. */
  readonly mistaken: readonly Omit<Block<Event>, 'mistaken'>[]
}

/** What a look at the system shows of what matters at a step: cells, and the slots they go to. */
export interface Look {
  readonly cells: readonly number[]
  readonly slots: readonly number[]
}

/** A part of what is carried out at a step: a look, or a command on each host it runs on. */
type Phase<Event = unknown> =
  | {readonly kind: 'look'; readonly look: Look}
  | {readonly kind: 'act'; readonly blocks: readonly Block<Event>[]}

/** What is carried out at a step while its roles are certain hosts. */
export interface StepScript<Event = unknown> {
  readonly phases: readonly Phase<Event>[]
  /** What is looked at again while the step waits. */
  readonly again: Look
}

/** A step with what it asks. */
export interface StepCode {
  readonly plan: Plan
  readonly step: PlanStep
  /** Cells its conditions speak of. */
  readonly asked: readonly number[]
  /** Cells that this or a later step, or a proof, may ask for before they are read again. */
  live: readonly number[]
  /** Cells that matter while the step is followed: those it asks, and those that live after it. */
  slots: readonly number[]
  /** The slot of a cell; -1 where it does not matter. */
  slotOf: Int16Array
  /** The slots of `asked`. */
  askedSlots: readonly number[]
}

const copies = new WeakMap<PlanCommand, boolean>()

/** Runbooks made ready to be followed: names looked up, lines read by the model, each once. */
export class Program<State = unknown, Event = unknown> {
  readonly steps: readonly StepCode[]
  /** The deeds that some event needs as evidence: `LINE@HOST`. */
  readonly deeds: ReadonlySet<string>
  private readonly space: StateSpace<State, Event>
  private readonly model: SystemModel<State, Event>
  private readonly cellOf: ReadonlyMap<string, number>
  private readonly firsts = new Map<string, number>()
  private readonly byName = new Map<string, number>()
  private readonly events = new Map<string, Line<Event>>()
  private readonly scripts = new Map<string, StepScript<Event> | string>()
  private blockCount = 0

  /**
   * @param like the steps of another version: what lives there lives here too, so that what
   *   responders know at a step has the same shape in both.
   */
  constructor(
    space: StateSpace<State, Event>,
    plans: readonly Plan[],
    like: readonly StepCode[] = [],
  ) {
    this.space = space
    this.model = space.model
    this.cellOf = new Map(space.cells.map((cell, index) => [cell, index]))
    this.steps = plans.flatMap((plan) => plan.steps.map((step) => this.stepCode(plan, step)))
    this.steps.forEach(({plan, step}, index) => {
      if (!this.firsts.has(plan.name)) this.firsts.set(plan.name, index)
      this.byName.set(`${plan.name}#${step.id}`, index)
    })
    this.deeds = new Set(this.steps.flatMap((code) => this.proofDeeds(code)))
    this.setLive(like)
    this.steps.forEach((code) => this.setSlots(code))
  }

  /** Number of a step; of the first one without an id; undefined if there is none. */
  find(runbook: string, step?: string): number | undefined {
    return step === undefined ? this.firsts.get(runbook) : this.byName.get(`${runbook}#${step}`)
  }

  /** Cell of a fact, if the system has it. */
  cell(who: string, key: string): number | undefined {
    return this.cellOf.get(`${who} ${key}`)
  }

  /** Number of the event of time passing. */
  wait(seconds: number): Extract<Line<Event>, {kind: 'event'}> {
    const line = this.eventLine(`wait ${seconds}`, 'wait', this.model.wait(seconds), 'read')
    return line as Extract<Line<Event>, {kind: 'event'}>
  }

  /** What is carried out at a step, in order; or the name of a role that is not bound. */
  scriptOf(index: number, rolesKey: string, roles: Context['roles']): StepScript<Event> | string {
    const key = `${index} ${rolesKey}`
    const known = this.scripts.get(key)
    if (known !== undefined) return known
    const made = this.makeScript(this.steps[index]!, roles)
    this.scripts.set(key, made)
    return made
  }

  /** Looks that follow one another are one look. */
  private makeScript(code: StepCode, roles: Context['roles']): StepScript<Event> | string {
    const {plan, step} = code
    const phases: Phase<Event>[] = []
    const again: number[] = []
    let cells: number[] = []
    for (const command of step.commands) {
      const hosts = placesOf(command, plan, roles)
      if (typeof hosts === 'string') return hosts
      const blocks = hosts.map((host) => this.makeBlock(plan, command, host, roles))
      const lines = blocks.flatMap((block) => block.lines)
      const shown = lines.flatMap((line) => (line.kind === 'read' ? line.cells : []))
      if (command.effect === 'read') again.push(...shown)
      if (lines.some(({kind}) => kind === 'event')) {
        phases.push({kind: 'look', look: this.lookAt(code, cells)}, {kind: 'act', blocks})
        cells = []
      } else cells.push(...shown)
    }
    phases.push({kind: 'look', look: this.lookAt(code, cells)})
    return {
      phases: phases.filter((phase) => phase.kind === 'act' || phase.look.cells.length > 0),
      again: this.lookAt(code, again),
    }
  }

  /** A look at cells, as far as they matter at the step. */
  lookAt({slotOf}: StepCode, cells: readonly number[]): Look {
    const telling = [...new Set(cells)].filter((cell) => slotOf[cell] !== -1)
    return {cells: telling, slots: telling.map((cell) => slotOf[cell]!)}
  }

  private makeBlock(
    plan: Plan,
    command: PlanCommand,
    host: string,
    roles: Context['roles'],
  ): Block<Event> {
    const {kind} = command.on
    const one = kind === 'host' || kind === 'role'
    const block = this.plainBlock(plan, command, host, roles)
    const changes = block.lines.some((line) => line.kind === 'event')
    const others = one && changes ? plan.head.hosts.filter((other) => other !== host) : []
    return {...block, mistaken: others.map((other) => this.plainBlock(plan, command, other, roles))}
  }

  private plainBlock(plan: Plan, command: PlanCommand, host: string, roles: Context['roles']) {
    const texts =
      command.kind === 'action'
        ? [actionSentence(command)]
        : command.lines
            .filter((line) => !line.startsWith('#'))
            .map((line) => fill(line, plan, roles))
    let copy = copies.get(command)
    if (copy === undefined) copies.set(command, (copy = takesCopy(command)))
    return {
      index: this.blockCount++,
      command,
      host,
      lines: texts.map((text) => this.line(command, text, host)),
      takesCopy: copy,
    }
  }

  private line({kind}: PlanCommand, text: string, host: string): Line<Event> {
    const key = `${kind} ${host} ${text}`
    const known = this.events.get(key)
    if (known) return known
    const heard = kind === 'action' ? this.model.action(text, host) : this.model.command(text, host)
    if (heard.kind === 'event')
      return this.eventLine(key, `${text}@${host}`, heard.event, heard.effect, text)
    const line: Line<Event> =
      heard.shows === undefined
        ? {kind: 'unknown', text}
        : {kind: 'read', text, cells: this.shown(heard.shows, host)}
    this.events.set(key, line)
    return line
  }

  private eventLine(
    key: string,
    deed: string,
    event: Event,
    effect: Effect,
    text = deed,
  ): Line<Event> {
    const known = this.events.get(key)
    if (known) return known
    const evidence = this.model.evidence(event)
    const line: Line<Event> = {
      kind: 'event',
      text,
      event,
      index: this.space.eventIndex(event),
      effect,
      deed,
      evidence,
    }
    this.events.set(key, line)
    return line
  }

  private shown(keys: readonly string[], host: string): number[] {
    return keys.flatMap((key) => this.cell(host, key) ?? this.cell('cluster', key) ?? [])
  }

  private stepCode(plan: Plan, step: PlanStep): StepCode {
    const terms = step.choices.flatMap(({condition}) =>
      condition?.kind === 'terms' ? condition.terms : [],
    )
    const asked = terms.flatMap(({key}) => this.cellsOf(key))
    return {
      plan,
      step,
      asked: [...new Set(asked)],
      live: [],
      slots: [],
      slotOf: new Int16Array(),
      askedSlots: [],
    }
  }

  private cellsOf(key: string): number[] {
    return [...this.model.hosts, 'cluster'].flatMap((who) => this.cell(who, key) ?? [])
  }

  /** Goes round until no step learns of a later question any more. */
  private setLive(like: readonly StepCode[]): void {
    const own = this.steps.map((code, index) => ({
      proofs: [...this.proofCells(code), ...(like[index]?.live ?? [])],
      shown: this.surelyShown(code),
    }))
    for (let changed = true; changed;) {
      changed = false
      this.steps.forEach((code, index) => {
        const {proofs, shown} = own[index]!
        const later = this.targets(code).flatMap((target) => [...this.steps[target]!.live])
        const asked = [...code.asked, ...later].filter((cell) => !shown.has(cell))
        const live = [...new Set([...proofs, ...asked])].sort((a, b) => a - b)
        if (live.length === code.live.length) return
        code.live = live
        changed = true
      })
    }
  }

  private setSlots(code: StepCode): void {
    const after = this.targets(code).flatMap((target) => this.steps[target]!.live)
    code.slots = [...new Set([...code.asked, ...code.live, ...after])]
    code.slotOf = new Int16Array(this.cellOf.size).fill(-1)
    code.slots.forEach((cell, slot) => (code.slotOf[cell] = slot))
    code.askedSlots = code.asked.map((cell) => code.slotOf[cell]!)
  }

  private targets({plan, step}: StepCode): number[] {
    return step.choices.flatMap(
      ({target}) => this.find(target.runbook ?? plan.name, target.step) ?? [],
    )
  }

  /** Cells that the evidence for the step's events may rest on. */
  private proofCells(code: StepCode): number[] {
    return this.everyLine(code).flatMap((line) =>
      line.kind !== 'event'
        ? []
        : line.evidence.flatMap(({seen = {}}) =>
            Object.entries(seen).flatMap(([who, keys]) =>
              Object.keys(keys).flatMap((key) => this.cell(who, key) ?? []),
            ),
          ),
    )
  }

  private proofDeeds(code: StepCode): string[] {
    const lines = this.everyLine(code).flatMap((line) =>
      line.kind === 'event' ? line.evidence : [],
    )
    return lines.flatMap(({done}) => (done ? [`${done.sentence}@${done.host}`] : []))
  }

  /** Cells that are read at the step whichever host a role is. */
  private surelyShown({plan, step}: StepCode): Set<number> {
    const sure = step.commands.filter(({on}) => on.kind !== 'role')
    const lines = sure.flatMap((command) => this.linesAnywhere(plan, command))
    return new Set(lines.flatMap((line) => (line.kind === 'read' ? line.cells : [])))
  }

  private everyLine({plan, step}: StepCode): Line<Event>[] {
    return step.commands.flatMap((command) => this.linesAnywhere(plan, command))
  }

  /** A command's lines on every host it could run on, with roles filled in as the first host. */
  private linesAnywhere(plan: Plan, command: PlanCommand): Line<Event>[] {
    const roles = Object.fromEntries(plan.head.roles.map((role) => [role, plan.head.hosts[0]!]))
    const hosts = command.on.kind === 'role' ? plan.head.hosts : placesOf(command, plan, roles)
    return [...hosts].flatMap((host) => this.plainBlock(plan, command, host, roles).lines)
  }
}

/** Where a command runs; the name of its role if that is not bound. */
function placesOf(
  {on}: PlanCommand,
  {head}: Plan,
  roles: Context['roles'],
): readonly string[] | string {
  if (on.kind === 'each') return head.hosts
  if (on.kind === 'elsewhere') return ['elsewhere']
  if (on.kind === 'host') return [on.name]
  const host = roles[on.name]
  return host === undefined ? on.name : [host]
}

/** A line with values, and placeholders for roles and hosts, as the model is to hear it. */
function fill(line: string, {head}: Plan, roles: Context['roles']): string {
  const valueOf = (name: string) => {
    const value = head.values.find((spec) => spec.name === name)
    if (value) return value.default ?? name.toLowerCase()
    return roles[name] ?? head.hosts.find((host) => host === name)
  }
  return fillLine(line, valueOf).text
}
