import {titledAdmonition} from '../admonition.ts'

export const seealso = titledAdmonition('seealso', 'Where to read more.')
