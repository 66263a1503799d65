import {execFileSync, spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'

const page = fileURLToPath(new URL('../../build/runbooks/split-brain/index.html', import.meta.url))

const browsers: Record<string, string[]> = {
  lynx: ['-dump', '-width=80', '-nonumbers', '-display_charset=utf-8', '-force_html', page],
  w3m: ['-dump', '-cols', '80', '-O', 'UTF-8', '-T', 'text/html', page],
}

const isThere = (command: string): boolean => !spawnSync(command, ['-version']).error

describe.each(Object.entries(browsers))('split brain in %s', (command, args) => {
  const read = (): string => execFileSync(command, args, {encoding: 'utf8'}).replace(/\s+/g, ' ')

  test.skipIf(!isThere(command))(
    'says who runs what, what is expected, and where each answer leads',
    () => {
      const text = read()
      expect(text).toContain('Run on VICTIM: destroys data')
      expect(text).toContain('What is lost, and how to undo it')
      expect(text).toContain(
        `[ "$(hostname -s)" = ________ ] && { drbdadm connect --discard-my-data pc0; } || echo 'wrong host or refused: stop'`,
      )
      expect(text).toContain('Expected output 0: cs:SyncTarget')
      expect(text).toContain('If it is refused, the answer is “The command was refused”.')
      expect(text).toMatch(/Still syncing \(look again every 10 sec, for at most 2 hr\) → Discard/)
      expect(text).toContain('The identifiers have diverged → Keep them apart')
      expect(text).toContain(
        'If none of this fits what you see, run nothing more and go to Triage.',
      )
    },
  )

  test.skipIf(!isThere(command))('shows nothing that only a script could use', () => {
    const text = read()
    expect(text).not.toContain('[!CAUTION]')
    expect(text).not.toContain('"plan"')
    expect(text).not.toMatch(/\bundefined\b|\[object/)
  })
})
