import type {RoleSpec} from '../spec.ts'
import {crossReference, type Link} from './cross-reference.ts'

const lowerCase = ({title, target}: Link): Link => ({title, target: target.toLowerCase()})

/** References to pages, to places on them and to files. */
export const documentRoles: readonly RoleSpec[] = [
  crossReference({
    names: ['doc'],
    doc: 'Another page, by its path; it shows the title of that page unless one is given.',
    domain: 'std',
    inner: 'inline',
  }),
  crossReference({
    names: ['ref'],
    doc: 'A label; it shows the title or caption behind the label unless one is given.',
    domain: 'std',
    inner: 'inline',
    link: lowerCase,
  }),
  crossReference({
    names: ['numref'],
    doc: 'A labelled figure, table or block of code, by its number.',
    domain: 'std',
    link: lowerCase,
  }),
  crossReference({names: ['keyword'], doc: 'A label that is shown as it is.', domain: 'std'}),
  crossReference({names: ['any'], doc: 'Whatever has the name.', domain: ''}),
  crossReference({
    names: ['download'],
    doc: 'A file to download.',
    domain: '',
    node: 'download_reference',
  }),
]
