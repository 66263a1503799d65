import {directive, type DirectiveSpec} from '../spec.ts'

/** A directive that says something to other outputs and shows nothing here. */
function silent(name: string, doc: string): DirectiveSpec {
  return directive({name, doc, arguments: {required: 1, whitespace: true}, run: () => []})
}

export const sectionauthor = silent('sectionauthor', 'Who wrote the section; not shown.')
export const moduleauthor = silent('moduleauthor', 'Who wrote the module; not shown.')
export const codeauthor = silent('codeauthor', 'Who wrote the code; not shown.')
export const tabularcolumns = silent('tabularcolumns', 'The columns of the next table in LaTeX.')
