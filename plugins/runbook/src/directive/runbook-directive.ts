/** A directive as data, for whoever adds it to a parser and for the reference. */
export interface DirectiveData {
  readonly name: string
  readonly doc: string
  /** Its only argument, which is required. */
  readonly argument: {readonly name: string; readonly doc: string}
  readonly options: readonly {readonly name: string; readonly value: string; readonly doc: string}[]
}

/** `.. runbook:: NAME` embeds a runbook in any page; in mdast it is the leaf directive `runbook`. */
export const runbookDirective: DirectiveData = {
  name: 'runbook',
  doc: 'Embeds a runbook: the stepper in place, its full text without JavaScript, a boxed reference with page number in print.',
  argument: {name: 'NAME', doc: 'The base name of the runbook’s file, without its ending.'},
  options: [
    {name: 'start', value: 'STEP', doc: 'Id of the step to start at; the first one if absent.'},
  ],
}
