import {documentReference} from './document-reference.ts'

/** `PEP 258`, `pep-0258.txt`, with the setting `pep_references`. */
export const pepReference = documentReference({
  name: 'pep_reference',
  pattern: /pep-(\d+)(.txt)?|PEP\s+(\d+)/g,
  enabled: (settings) => settings.pep_references,
  address: (number, settings) => `${settings.pep_base_url}pep-${String(number).padStart(4, '0')}`,
})
