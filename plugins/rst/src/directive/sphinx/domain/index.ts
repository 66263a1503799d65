/**
 * The directives of Sphinx' domains: `py:function` and the like. Without a prefix they are those of
 * the default domain, which is Python's unless the document says otherwise.
 */
import {directive, type DirectiveSpec} from '../../spec.ts'
import {cObjects} from './c.ts'
import {javascriptObjects} from './javascript.ts'
import {moduleDirectives} from './module.ts'
import {type ObjectKind, objectDirective} from './object.ts'
import {pythonObjects} from './python.ts'
import {rstObjects} from './rst.ts'
import {program, stdObjects} from './std.ts'

const languages = [...pythonObjects, ...cObjects, ...javascriptObjects]

function prefixed(kind: ObjectKind): DirectiveSpec {
  const {domain, type} = kind
  return objectDirective([`${domain}:${type}`], `Describes a ${type} (${domain}).`, () => kind)
}

function standard(kind: ObjectKind): DirectiveSpec {
  const names = kind.type === 'cmdoption' ? ['option', 'cmdoption'] : [kind.type]
  return objectDirective(names, `Describes a ${names[0]!}.`, () => kind)
}

/** A type of object in whichever domain is the default and has it. */
function unprefixed(type: string): DirectiveSpec {
  const kinds = languages.filter((kind) => kind.type === type)
  return objectDirective([type], `Describes a ${type} of the default domain.`, (call) => {
    const domain = call.document.context.get('domain') ?? 'py'
    return kinds.find((kind) => kind.domain === domain) ?? kinds[0]!
  })
}

const defaultDomain = directive({
  name: 'default-domain',
  doc: 'The domain of names without a prefix.',
  arguments: {required: 1},
  run(call) {
    call.document.context.set('domain', call.arguments[0]!.toLowerCase())
    return []
  },
})

export const domainDirectives: readonly DirectiveSpec[] = [
  defaultDomain,
  program,
  ...moduleDirectives,
  ...stdObjects.map(standard),
  ...[...languages, ...rstObjects].map(prefixed),
  ...[...new Set(languages.map(({type}) => type))].map(unprefixed),
]
