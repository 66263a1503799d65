import type {LoadReader} from '@handrail/runbook-element/define'
import type {LoadSystem} from '@handrail/runbook-element/rehearsal'

/**
 * The system that the site's runbooks speak of, each part loaded when it is used. A site with
 * another system has a module of its own in this place.
 */

/** Loads what reads pasted output. */
export const loadReader: LoadReader = () => import('@handrail/cluster/read')

/** Loads the model on which runbooks are rehearsed. */
export const loadSystem: LoadSystem = async () =>
  (await import('@handrail/cluster/rehearsal')).rehearsedCluster
