import {documentReference} from './document-reference.ts'

/** `RFC 2822`, with the setting `rfc_references`. */
export const rfcReference = documentReference({
  name: 'rfc_reference',
  pattern: /RFC(?:-|\s+)?(\d+)/g,
  enabled: (settings) => settings.rfc_references,
  address: (number, settings) => `${settings.rfc_base_url}rfc${number}.html`,
})
