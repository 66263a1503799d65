import {Command} from 'commander'
import {choiceOption} from '../choice-option.ts'
import {CommandFailure} from '../command-failure.ts'

interface GraphOptions {
  as: 'text' | 'list' | 'mermaid' | 'svg' | 'json'
  site: string
}

/** `handrail graph`: the map of a runbook. */
export function graphCommand(): Command {
  return new Command('graph')
    .description('Print the map of a runbook.')
    .argument('<runbook>', 'its name or its file')
    .addOption(choiceOption('--as <form>', 'how', ['text', 'list', 'mermaid', 'svg', 'json']))
    .option('--site <folder>', 'the site', '.')
    .action(print)
}

async function print(name: string, {as, site}: GraphOptions): Promise<void> {
  const {graphList, graphListText, graphMermaid, graphOf, graphText} =
    await import('@handrail/runbook/graph')
  const {graphSvg} = await import('@handrail/runbook/graph-svg')
  const {runbookLibrary} = await import('../library/runbook-library.ts')
  const runbook = await runbookLibrary({site})(name)
  if (!runbook) throw new CommandFailure(`no runbook ${name} in ${site}`)
  const graph = graphOf(runbook)
  const forms = {
    text: () => graphText(graph),
    list: () => graphListText(graphList(graph)),
    mermaid: () => graphMermaid(graph),
    svg: () => graphSvg(graph),
    json: () => JSON.stringify(graph, null, 2),
  }
  process.stdout.write(`${forms[as]().trimEnd()}\n`)
}
