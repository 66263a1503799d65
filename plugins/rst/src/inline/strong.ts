import {delimited} from './delimited.ts'
import {endString} from './inline-text.ts'

/** `**strong**` */
export const strong = delimited({type: 'strong', start: '**', end: endString('**')})
