const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

const millisecondsOfDay = 86_400_000

/** A date in C's `strftime` notation, English, in the local time zone. */
export function formatDate(format: string, date: Date): string {
  return format.replace(/%(?:([-_0^])?([a-zA-Z%]))/g, (whole, flag: string | undefined, code) => {
    const value = fields[code as string]?.(date)
    if (value === undefined) return whole
    if (flag === '-') return value.replace(/^[0 ]+(?=.)/, '')
    if (flag === '_') return value.replace(/^0+(?=.)/, (zeros) => ' '.repeat(zeros.length))
    return flag === '^' ? value.toUpperCase() : value
  })
}

const fields: Record<string, (date: Date) => string> = {
  a: (date) => weekdays[date.getDay()]!.slice(0, 3),
  A: (date) => weekdays[date.getDay()]!,
  b: (date) => months[date.getMonth()]!.slice(0, 3),
  B: (date) => months[date.getMonth()]!,
  c: (date) => formatDate('%a %b %e %H:%M:%S %Y', date),
  C: (date) => two(Math.floor(date.getFullYear() / 100)),
  d: (date) => two(date.getDate()),
  D: (date) => formatDate('%m/%d/%y', date),
  e: (date) => String(date.getDate()).padStart(2),
  F: (date) => formatDate('%Y-%m-%d', date),
  G: (date) => String(isoWeek(date).year),
  H: (date) => two(date.getHours()),
  h: (date) => formatDate('%b', date),
  I: (date) => two(date.getHours() % 12 || 12),
  j: (date) => String(dayOfYear(date)).padStart(3, '0'),
  m: (date) => two(date.getMonth() + 1),
  M: (date) => two(date.getMinutes()),
  n: () => '\n',
  p: (date) => (date.getHours() < 12 ? 'AM' : 'PM'),
  R: (date) => formatDate('%H:%M', date),
  s: (date) => String(Math.floor(date.getTime() / 1000)),
  S: (date) => two(date.getSeconds()),
  t: () => '\t',
  T: (date) => formatDate('%H:%M:%S', date),
  u: (date) => String(date.getDay() || 7),
  U: (date) => two(Math.floor((dayOfYear(date) + 6 - date.getDay()) / 7)),
  V: (date) => two(isoWeek(date).week),
  w: (date) => String(date.getDay()),
  W: (date) => two(Math.floor((dayOfYear(date) + 6 - ((date.getDay() + 6) % 7)) / 7)),
  x: (date) => formatDate('%m/%d/%y', date),
  X: (date) => formatDate('%H:%M:%S', date),
  y: (date) => two(date.getFullYear() % 100),
  Y: (date) => String(date.getFullYear()),
  z: zone,
  '%': () => '%',
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** The day's number in its year, from 1; days are counted by the calendar, not by the clock. */
function dayOfYear(date: Date): number {
  const day = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return (day - Date.UTC(date.getFullYear(), 0, 1)) / millisecondsOfDay + 1
}

/** ISO 8601's week: it belongs to the year its Thursday is in. */
function isoWeek(date: Date): {year: number; week: number} {
  const thursday = new Date(date.getFullYear(), date.getMonth(), date.getDate())
  thursday.setDate(thursday.getDate() + 4 - (thursday.getDay() || 7))
  return {year: thursday.getFullYear(), week: Math.ceil(dayOfYear(thursday) / 7)}
}

function zone(date: Date): string {
  const minutes = -date.getTimezoneOffset()
  const sign = minutes < 0 ? '-' : '+'
  const size = Math.abs(minutes)
  return sign + two(Math.floor(size / 60)) + two(size % 60)
}
