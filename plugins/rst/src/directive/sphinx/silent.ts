import {directive, type DirectiveSpec} from '../spec.ts'

/** A directive that says something to other outputs and shows nothing here. */
function silent(name: string, doc: string): DirectiveSpec {
  return directive({name, doc, arguments: {required: 1, whitespace: true}, run: () => []})
}

/** A directive for writers, which Sphinx does not show unless it is told to. */
function unpublished(name: string, doc: string): DirectiveSpec {
  return directive({name, doc, content: true, run: () => []})
}

export const sectionauthor = silent('sectionauthor', 'Who wrote the section; not shown.')
export const moduleauthor = silent('moduleauthor', 'Who wrote the module; not shown.')
export const codeauthor = silent('codeauthor', 'Who wrote the code; not shown.')
export const tabularcolumns = silent('tabularcolumns', 'The columns of the next table in LaTeX.')
export const todo = unpublished('todo', 'What is left to do; not shown.')
export const todolist = unpublished('todolist', 'A list of what is left to do; not shown.')
