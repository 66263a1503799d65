/** Seconds in the unit that a person would say them in. */
export function durationInWords(seconds: number, language: string): string {
  const [count, unit] =
    seconds % 3600 === 0
      ? [seconds / 3600, 'hour']
      : seconds % 60 === 0
        ? [seconds / 60, 'minute']
        : [seconds, 'second']
  return new Intl.NumberFormat(language, {style: 'unit', unit, unitDisplay: 'short'}).format(count)
}
