import {normalizeName} from '../text/name.ts'
import {addTo, textOf} from '../tree.ts'
import {delimited} from './delimited.ts'
import {endString} from './inline-text.ts'

/** ``_`inline target` `` */
export const inlineTarget = delimited({
  type: 'target',
  start: '_`',
  end: endString('`'),
  finish(inline, target, start, end) {
    target.data = {reported: null}
    addTo(target, 'names', normalizeName(textOf(target)))
    inline.context.document.noteExplicitTarget(target, inline.parent)
    return inline.emit(start, end, target)
  },
})
