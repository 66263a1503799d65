import {includeSites} from 'remark-rst'
import type {VFileMessage} from 'vfile-message'
import {type Diagnostic, DiagnosticSeverity, type Range} from 'vscode-languageserver/node'

/** A message as editors take it; the include directives it came through stand beside it. */
export function toDiagnostic(message: VFileMessage, uriOf: (path: string) => string): Diagnostic {
  const {fatal, reason, note, ruleId, source = 'handrail'} = message
  const sites = includeSites(message).map((site) => {
    const [, path = '', line = '1', column = '1'] = /^(.*):(\d+):(\d+)$/.exec(site) ?? []
    const start = {line: Number(line), column: Number(column)}
    return {
      location: {uri: uriOf(path), range: rangeOf(start, start)},
      message: 'included from here',
    }
  })
  return {
    range: rangeIn(message),
    severity: fatal ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    source,
    ...(ruleId !== undefined && {code: ruleId}),
    message: note ? `${reason}\n${note}` : reason,
    ...(sites.length > 0 && {relatedInformation: sites}),
  }
}

interface Point {
  line: number
  column: number
}

function rangeIn({line = 1, column = 1, place}: VFileMessage): Range {
  if (place && 'start' in place) return rangeOf(place.start, place.end)
  return rangeOf({line, column}, {line, column})
}

/** Editors count from 0. */
function rangeOf(start: Point, end: Point): Range {
  return {
    start: {line: start.line - 1, character: start.column - 1},
    end: {line: end.line - 1, character: end.column - 1},
  }
}
