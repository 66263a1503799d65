import type {ObjectKind} from './object.ts'

/** `name:: arguments`, with or without the two dots before it. */
const directivePattern = /^(?:\.\. *)?([^:\s]+?(?::[^:\s]+?)*)(?:\s*::)?(\s.*)?$/

/** `name` or `name: argument`, perhaps with a colon before it. */
const optionPattern = /^:?([^:\s]+)(?::?(\s.*)|:?)?$/

export const rstObjects: readonly ObjectKind[] = [
  {
    domain: 'rst',
    type: 'directive',
    idPrefix: 'directive-',
    scope: 'rst:directive',
    read(text) {
      const [, name = text, after = ''] = directivePattern.exec(text) ?? []
      return {before: '.. ', name, after: `::${after}`, fullNames: [name]}
    },
  },
  {
    domain: 'rst',
    type: 'directive:option',
    idPrefix: 'directive-option-',
    read(text, call) {
      const [, name = text, argument = ''] = optionPattern.exec(text) ?? []
      const {type} = call.options
      const after = `:${argument}${type === undefined ? '' : ` (${String(type)})`}`
      const directive = call.document.context.get('rst:directive')
      const full = directive === undefined ? name : `${directive}:${name}`
      return {before: ':', name, after, fullNames: [full]}
    },
  },
  {
    domain: 'rst',
    type: 'role',
    idPrefix: 'role-',
    read(text) {
      const name = text.replace(/^:|:$/g, '')
      return {before: ':', name, after: ':', fullNames: [name]}
    },
  },
]
