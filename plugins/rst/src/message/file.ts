import {rule} from './rule.ts'

export const fileRules = {
  'include-circular': rule<{name: string; chain: string}>(
    2,
    ({name, chain}) => `circular inclusion in "${name}" directive:\n${chain}`,
    ({chain}) => `Unexpected circle of includes, expected an end: ${oneLine(chain)}`,
  ),
  'include-depth': rule<{name: string; limit: number; chain: string}>(
    3,
    ({name, limit, chain}) => `More than ${limit} "${name}" directives in one another:\n${chain}`,
    ({limit, chain}) =>
      `Unexpected depth of includes, expected at most ${limit}: ${oneLine(chain)}`,
  ),
  'include-lines': rule<{name: string; limit: number; chain: string}>(
    3,
    ({name, limit, chain}) => `More than ${limit} lines from "${name}" directives:\n${chain}`,
    ({limit, chain}) =>
      `Unexpected size of includes, expected at most ${limit} lines: ${oneLine(chain)}`,
  ),
  'include-long-line': rule<{path: string; line: number}>(
    2,
    ({path, line}) => `"${path}": line ${line} exceeds the line-length-limit.`,
    ({path, line}) => `Unexpected length of line ${line} of ${path}, expected at most the limit`,
  ),
  'include-text': rule<{name: string; option: string}>(
    4,
    ({name, option}) => `Problem with "${option}" option of "${name}" directive:\nText not found.`,
    ({option}) => `Unexpected text in \`${option}\`, expected one that is in the file`,
  ),
  /** A file that is not read; `problem` is docutils' wording of the reason. */
  'file-unread': rule<{name: string; path: string; reason: string; problem: string}>(
    4,
    ({name, problem}) => `Problems with "${name}" directive path:\n${problem}.`,
    ({path, reason}) => `Unexpected path \`${path}\`, which ${reason}, expected a file to read`,
  ),
  'file-encoding': rule<{name: string; path: string; problem: string}>(
    4,
    ({name, problem}) => `Problem with "${name}" directive:\n${problem}`,
    ({path}) => `Unexpected content of \`${path}\`, expected text in the encoding it is read with`,
    () => 'The option `encoding` names another encoding.',
  ),
  'url-unread': rule<{name: string; url: string; problem: string}>(
    4,
    ({name, url, problem}) => `Problems with "${name}" directive URL "${url}":\n${problem}.`,
    ({url}) => `Unexpected address \`${url}\`, expected a file: nothing is fetched`,
  ),
  'content-and-file': rule<{name: string}>(
    3,
    ({name}) => `"${name}" directive may not both specify an external file and have content.`,
    ({name}) => `Unexpected content of \`${name}\`, expected none beside a file`,
  ),
  'file-and-url': rule<{name: string}>(
    3,
    ({name}) =>
      'The "file" and "url" options may not be simultaneously specified for the ' +
      `"${name}" directive.`,
    ({name}) => `Unexpected options \`file\` and \`url\` of \`${name}\`, expected one of them`,
  ),
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}
