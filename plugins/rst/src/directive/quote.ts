import {addTo, isElement} from '../tree.ts'
import {directive, type DirectiveSpec} from './spec.ts'

/** A block quote with a class of its own; an attribution may end it. */
function quote(name: string, doc: string): DirectiveSpec {
  return directive({
    name,
    doc,
    content: 'required',
    run(call) {
      const nodes = call.parseBlockQuotes(call.content)
      for (const node of nodes) if (isElement(node, 'block_quote')) addTo(node, 'classes', name)
      return nodes
    },
  })
}

export const epigraph = quote('epigraph', 'An apposite saying at the start of a document or part.')
export const highlights = quote('highlights', 'The main points of a document or part.')
export const pullQuote = quote('pull-quote', 'A few words of the text, pulled out of it.')
