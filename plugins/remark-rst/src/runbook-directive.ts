import {directive, type DirectiveSpec, Element} from '@handrail/rst'

/** `.. runbook:: NAME` with its option `:start: STEP`: embeds a runbook in a page. */
export const runbookDirective: DirectiveSpec = directive({
  name: 'runbook',
  doc: 'Embeds a runbook: the stepper in place, its full text without JavaScript.',
  arguments: {required: 1},
  options: {start: (text) => text ?? ''},
  run(call) {
    const [name] = call.arguments
    return [new Element('runbook', {name: name!, start: call.options.start}, [], call.line)]
  },
})
