import type {RoleSpec} from '../spec.ts'
import {crossReference} from './cross-reference.ts'

/** References to what Sphinx' standard domain describes. */
export const standardRoles: readonly RoleSpec[] = [
  crossReference({
    names: ['term'],
    doc: 'A term of a glossary.',
    domain: 'std',
    inner: 'inline',
  }),
  crossReference({
    names: ['option'],
    doc: 'An option of a program.',
    domain: 'std',
    context(call) {
      const program = call.document.context.get('std:program')
      return program === undefined ? {} : {'std:program': program}
    },
  }),
  crossReference({names: ['envvar'], doc: 'An environment variable.', domain: 'std'}),
  crossReference({names: ['confval'], doc: 'A configuration value.', domain: 'std'}),
  crossReference({
    names: ['token'],
    doc: 'A token of a grammar; `~` before it leaves the name of its group out.',
    domain: 'std',
    link({title, target}, explicit) {
      const isShort = !explicit && title.startsWith('~')
      const short = title.slice(Math.max(title.indexOf(':'), 0) + 1)
      return {title: isShort ? short : title, target: target.replace(/^~+/, '')}
    },
  }),
  crossReference({names: ['eq'], doc: 'A labelled formula.', domain: 'math'}),
]
