type Field = HTMLInputElement | HTMLTextAreaElement

/** Keeps what is typed into a field until it is used, over a reload of the page too. */
export function draft<F extends Field>(name: string, field: F): {field: F; clear(): void} {
  const key = `handrail:draft:${name}`
  const keep = (): void => {
    try {
      sessionStorage.setItem(key, field.value)
    } catch {
      // Without storage the text lives as long as the page.
    }
  }
  try {
    field.value = sessionStorage.getItem(key) ?? ''
  } catch {
    field.value = ''
  }
  field.addEventListener('input', keep)
  return {
    field,
    clear() {
      field.value = ''
      keep()
    },
  }
}
