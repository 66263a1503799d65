export {alwaysBefore} from './always-before.ts'
export {deadEnds} from './dead-ends.ts'
export {graphList, graphListText, type GraphItem} from './graph-list.ts'
export {graphMermaid} from './graph-mermaid.ts'
export {
  graphOf,
  refId,
  worstEffect,
  type Graph,
  type GraphEdge,
  type GraphNode,
} from './graph-of.ts'
export {durationText, graphText} from './graph-text.ts'
export {idleLoops} from './idle-loops.ts'
export {reachableSteps} from './reachable-steps.ts'
