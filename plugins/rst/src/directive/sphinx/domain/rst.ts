import type {ObjectKind} from './object.ts'

/** `name:: arguments`, with or without the two dots before it. */
const directivePattern = /^(\.\. *)?([^:\s]+?(?::[^:\s]+?)*)(\s*::.*|\s.*)?$/

export const rstObjects: readonly ObjectKind[] = [
  {
    domain: 'rst',
    type: 'directive',
    idPrefix: 'directive-',
    scope: 'rst:directive',
    read(text) {
      const [, before = '', name = text, after = ''] = directivePattern.exec(text) ?? []
      return {before, name, after, fullNames: [name]}
    },
  },
  {
    domain: 'rst',
    type: 'directive:option',
    idPrefix: 'directive-option-',
    read(text, call) {
      const [, before = '', name = text, after = ''] = /^(:)?([^:\s]+)(.*)$/.exec(text) ?? []
      const directive = call.document.context.get('rst:directive')
      return {
        before,
        name,
        after,
        fullNames: [directive === undefined ? name : `${directive}:${name}`],
      }
    },
  },
  {
    domain: 'rst',
    type: 'role',
    idPrefix: 'role-',
    read(text) {
      const [, before = '', name = text, after = ''] = /^(:)?([^:\s]+)(.*)$/.exec(text) ?? []
      return {before, name, after, fullNames: [name]}
    },
  },
]
