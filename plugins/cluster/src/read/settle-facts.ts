import type {Placed} from './gather.ts'

/** A fact about a host (or, without one, about the cluster), and how it was come by. */
interface Fact {
  readonly of?: string
  readonly key: string
  readonly value: string
  readonly log: boolean
  readonly assumes?: string
}

/** What is known once everything was heard. */
export interface Settled {
  readonly hosts: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly cluster: Readonly<Record<string, string>>
  readonly contradictions: readonly string[]
  readonly assumptions: readonly string[]
}

function factsOf(finding: Placed): Fact[] {
  if (finding.impossible !== undefined) return []
  const how = {
    log: finding.log ?? false,
    ...(finding.assumes !== undefined && {assumes: finding.assumes}),
  }
  const {of} = finding
  const ofHost =
    of === undefined
      ? []
      : Object.entries(finding.host ?? {}).map(([key, value]): Fact => ({of, key, value, ...how}))
  const ofCluster = Object.entries(finding.cluster ?? {}).map(([key, value]): Fact => {
    // A network is looked at from both sides: what each of them saw stands for itself.
    const from = key.includes(' ') ? ` from ${of}` : ''
    return {key: `cluster ${key}${from}`, value, ...how}
  })
  return [...ofHost, ...ofCluster]
}

function grouped(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const name = `${fact.of ?? ''}\n${fact.key}`
    const group = groups.get(name)
    if (group) group.push(fact)
    else groups.set(name, [fact])
  }
  return [...groups.values()]
}

/** What stands first counts over what was only assumed; of a log the last message counts. */
function decide(facts: readonly Fact[]): Fact | {readonly differing: readonly string[]} {
  const firm = facts.filter(({assumes}) => assumes === undefined)
  const heard = firm.length > 0 ? firm : facts
  if (heard.every(({log}) => log)) return heard.at(-1)!
  const values = [...new Set(heard.filter(({log}) => !log).map(({value}) => value))]
  return values.length === 1 ? heard.find(({log}) => !log)! : {differing: values}
}

const sentence = (of: string, key: string, values: readonly string[]): string =>
  `${of} is shown with ${values.map((value) => `${key}=${value}`).join(' and with ')}: ` +
  'an older paste, or the other host?'

const wholeLog = 'The log is taken to end with the lines shown.'

/** Makes one picture of all findings. What is shown in two ways counts in neither. */
export function settleFacts(findings: readonly Placed[]): Settled {
  const hosts: Record<string, Record<string, string>> = {}
  const cluster: Record<string, string> = {}
  const contradictions: string[] = []
  const assumptions = new Set<string>()
  for (const facts of grouped(findings.flatMap(factsOf))) {
    const {of, key} = facts[0]!
    const decided = decide(facts)
    const isCluster = key.startsWith('cluster ')
    if ('differing' in decided) {
      contradictions.push(
        sentence(of ?? 'The cluster', key.replace('cluster ', ''), decided.differing),
      )
      continue
    }
    if (decided.assumes !== undefined) assumptions.add(decided.assumes)
    else if (decided.log && key !== 'refused') assumptions.add(wholeLog)
    if (isCluster) cluster[key.slice(8)] = decided.value
    else if (of !== undefined) (hosts[of] ??= {})[key] = decided.value
  }
  return {hosts, cluster, contradictions, assumptions: [...assumptions]}
}
