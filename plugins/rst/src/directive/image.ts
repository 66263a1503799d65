import {escapeToNull, unescape} from '../text/escape.ts'
import {collapseSpace, normalizeName} from '../text/name.ts'
import {type Attributes, Element} from '../tree.ts'
import {choice} from './convert/choice.ts'
import {classes} from './convert/class.ts'
import {lengthOrPercentageOrUnitless, lengthOrUnitless} from './convert/length.ts'
import {percentage} from './convert/number.ts'
import {unchanged, unchangedRequired, uri} from './convert/text.ts'
import {directive, type DirectiveCall, type OptionValues, Refusal} from './spec.ts'

export const horizontal = ['left', 'center', 'right'] as const
const vertical = ['top', 'middle', 'bottom'] as const

/** The options of an image, which a figure has as well; a figure aligns differently. */
export const imageOptions = {
  alt: unchanged,
  height: lengthOrUnitless,
  width: lengthOrPercentageOrUnitless,
  scale: percentage,
  target: unchangedRequired,
  loading: choice('embed', 'link', 'lazy'),
  class: classes,
  name: unchanged,
}

export type ImageCall = DirectiveCall<OptionValues<typeof imageOptions>>

const options = {...imageOptions, align: choice(...vertical, ...horizontal)}

export const image = directive({
  name: 'image',
  doc: 'A picture, in the text or in a substitution.',
  arguments: {required: 1, whitespace: true},
  options,
  run(call) {
    const {align} = call.options
    const allowed: readonly string[] = call.substitution === undefined ? horizontal : vertical
    if (align === undefined) return [imageElement(call)]
    if (allowed.includes(align)) return [imageElement(call, align)]
    const context = call.substitution === undefined ? '' : ' within a substitution definition'
    const values = allowed.map((value) => `"${value}"`).join(', ')
    return call.fail('image-align', {name: call.name, value: align, context, values})
  },
})

/** The image, within a reference if it has a target. */
export function imageElement(call: ImageCall, align?: string): Element {
  const element = new Element('image', attributesOf(call, align), [], call.line)
  const reference = call.options.target === undefined ? undefined : target(call)
  call.addName(element)
  if (!reference) return element
  reference.children = [element]
  return reference
}

function attributesOf(call: ImageCall, align: string | undefined): Attributes {
  const {alt, height, width, scale, loading, class: names} = call.options
  const attributes: Attributes = {uri: addressOf(call.arguments[0]!)}
  const text = alt ?? call.substitution
  if (text !== undefined) attributes['alt'] = text
  if (height !== undefined) attributes['height'] = height
  if (width !== undefined) attributes['width'] = width
  if (scale !== undefined) attributes['scale'] = scale
  if (align !== undefined) attributes['align'] = align
  if (loading !== undefined) attributes['loading'] = loading
  if (names) attributes.classes = names
  return attributes
}

function addressOf(argument: string): string {
  const address = uri(argument)
  return address instanceof Refusal ? '' : address
}

function target(call: ImageCall): Element {
  const value = call.parseTarget(escapeToNull(call.options.target!))
  if ('refuri' in value) return new Element('reference', {refuri: value.refuri}, [], call.line)
  const name = unescape(value.refname)
  const reference = new Element(
    'reference',
    {refname: normalizeName(name), name: collapseSpace(name)},
    [],
    call.line,
  )
  call.document.noteRefName(reference)
  return reference
}
