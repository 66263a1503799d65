import {ends} from './p1-ends.ts'
import {destroysNothing} from './p2-destroys-nothing.ts'
import {evidence} from './p3-evidence.ts'
import {outcomesTrue} from './p4-outcomes-true.ts'
import {escalatesUnharmed} from './p5-escalates-unharmed.ts'
import {answerable} from './p6-answerable.ts'
import {refusalsMinded} from './p7-refusals-minded.ts'
import {guarded} from './p8-guarded.ts'
import {useful} from './p9-useful.ts'
import type {Property} from './property.ts'

export type {Property} from './property.ts'

/** The properties that every runbook is held to. */
export const properties: readonly Property[] = [
  ends,
  destroysNothing,
  evidence,
  outcomesTrue,
  escalatesUnharmed,
  answerable,
  refusalsMinded,
  guarded,
  useful,
]
