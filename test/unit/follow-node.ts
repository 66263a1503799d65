import {Harms} from '../../plugins/runbook/src/check/harm.ts'
import type {NodeId, Product} from '../../plugins/runbook/src/check/product.ts'
import type {Program} from '../../plugins/runbook/src/check/program.ts'
import {StepVisit, type Surroundings, type Visit} from '../../plugins/runbook/src/check/visit.ts'

/** What following a step needs, with a judge that writes down. */
export function aroundOf(
  product: Product,
  program: Program,
  judge: Surroundings['judge'],
): Surroundings {
  return {space: product.space, program, judge, harms: new Harms(product.space)}
}

/** Follows a node by the steps of a program. */
export function follow(around: Surroundings, product: Product, node: NodeId): Visit {
  const {state, context} = product.standOf(node)
  return new StepVisit(around, product.stepOf(node)).run(state, context)
}
