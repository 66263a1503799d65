import {normalizeName} from '../text/name.ts'
import {Element, isElement, type Node} from '../tree.ts'
import {choice} from './convert/choice.ts'
import {classes} from './convert/class.ts'
import {lengthOrPercentageOrPixels} from './convert/length.ts'
import {unchanged} from './convert/text.ts'
import {horizontal, imageElement, imageOptions} from './image.ts'
import {type Converter, directive, type DirectiveCall, Refusal} from './spec.ts'

/** `image` stands for the picture's own width, which is not known here. */
const figureWidth: Converter<string> = (text) => {
  if (text === undefined) return new Refusal('argument required but none supplied', 'a length')
  return text.toLowerCase() === 'image' ? 'image' : lengthOrPercentageOrPixels(text)
}

const options = {
  ...imageOptions,
  align: choice(...horizontal),
  figwidth: figureWidth,
  figclass: classes,
  figname: unchanged,
}

/** A picture, a paragraph that is its caption, and whatever follows as its legend. */
export const figure = directive({
  name: 'figure',
  doc: 'A picture with a caption and a legend.',
  arguments: {required: 1, whitespace: true},
  options,
  content: true,
  run(call) {
    const {align, figwidth, figclass, figname} = call.options
    const element = new Element('figure', {}, [imageElement(call)], call.line)
    if (figwidth !== undefined && figwidth !== 'image') element.attributes['width'] = figwidth
    if (figclass) element.attributes.classes = figclass
    if (align !== undefined) element.attributes['align'] = align
    if (figname !== undefined) {
      element.attributes.names = [normalizeName(figname)]
      call.document.noteExplicitTarget(element, element)
    }
    return call.content.length === 0 ? [element] : describe(call, element)
  },
})

/** Elements that a transform will take away: a caption may follow them. */
const passing = new Set(['target', 'pending'])

function describe(call: DirectiveCall, figure: Element): Node[] {
  const collector = new Element('')
  call.parseBlocks(call.content, collector)
  const {children} = collector
  const first = children.findIndex((child) => !passing.has(child.type))
  figure.children = [...figure.children, ...(first < 0 ? children : children.slice(0, first))]
  const caption = children[first]
  if (!isElement(caption)) return [figure]
  if (caption.type === 'paragraph') {
    figure.children.push(new Element('caption', {}, caption.children, caption.line))
  } else if (caption.type !== 'comment' || caption.children.length > 0) {
    return [figure, ...call.fail('figure-caption', {})]
  }
  const legend = children.slice(first + 1)
  if (legend.length > 0) figure.children.push(new Element('legend', {}, legend))
  return [figure]
}
