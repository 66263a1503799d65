import {directive, type DirectiveSpec, Element} from '@handrail/rst'

/** `.. rehearsal:: NAME`: a place to rehearse a runbook; without a name, whichever the reader likes. */
export const rehearsalDirective: DirectiveSpec = directive({
  name: 'rehearsal',
  doc: 'A place to rehearse a runbook on a model of its system; without a name the reader chooses.',
  arguments: {optional: 1},
  run(call) {
    const [name] = call.arguments
    return [new Element('rehearsal', {name}, [], call.line)]
  },
})
