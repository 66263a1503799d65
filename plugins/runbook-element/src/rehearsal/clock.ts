const two = (count: number): string => String(count).padStart(2, '0')

/** A moment on the rehearsal's clock: `02:05`, `1:02:05`, and `−16:35` before the call. */
export function clock(seconds: number): string {
  const whole = Math.abs(seconds)
  const hours = Math.floor(whole / 3600)
  const rest = `${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
  return `${seconds < 0 ? '−' : ''}${hours > 0 ? `${hours}:` : ''}${rest}`
}

/** How long something takes: `35 s`, `2 min 5 s`, `1 h 2 min`. */
export function span(seconds: number): string {
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const parts = [
    hours > 0 && `${hours} h`,
    minutes > 0 && `${minutes} min`,
    hours === 0 && (seconds % 60 > 0 || minutes === 0) && `${seconds % 60} s`,
  ]
  return parts.filter(Boolean).join(' ')
}
