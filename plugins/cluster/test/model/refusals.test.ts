import {describe, expect, it} from 'vitest'
import {play} from './play.ts'

const words = (code: string, text: string) => ({kind: 'refusal', code, text})

describe('DRBD refuses with its own number and words', () => {
  it.each([
    ['be2 primary', '-1', '0: State change failed: (-1) Multiple primaries not allowed by config'],
    ['be1 secondary', '-12', '0: State change failed: (-12) Device is held open by someone'],
    ['be1 down', '-12', 'pc0: State change failed: (-12) Device is held open by someone'],
    ['be1 connect', '125', 'pc0: Failure: (125) Device has a net-config (use disconnect first)'],
    [
      'cut repl; be1 connect-discard',
      '125',
      'pc0: Failure: (125) Device has a net-config (use disconnect first)',
    ],
    [
      'be1 disconnect; be1 connect-discard',
      '123',
      'pc0: Failure: (123) --discard-my-data not allowed when primary.',
    ],
    [
      'cut repl; be2 invalidate',
      '-15',
      '0: State change failed: (-15) Need a connection to start verify or resync',
    ],
    [
      'be2 verify',
      '-14',
      '0: State change failed: (-14) Need a verify algorithm to start online verify',
    ],
    [
      'cut repl; be2 verify',
      '-15',
      '0: State change failed: (-15) Need a connection to start verify or resync',
    ],
    ['be2 outdate', '-6', '0: State change failed: (-6) Refusing to be Outdated while Connected'],
    ['cut repl; be1 outdate', '-2', '0: State change failed: (-2) Need access to UpToDate data'],
    [
      'be2 disconnect; be2 invalidate; be2 outdate',
      '-16',
      '0: State change failed: (-16) Disk state is lower than outdated',
    ],
    [
      'be2 disconnect; be2 invalidate; be2 primary',
      '-2',
      '0: State change failed: (-2) Need access to UpToDate data',
    ],
    [
      'cut repl; be2 outdate; be2 primary',
      '-2',
      '0: State change failed: (-2) Need access to UpToDate data',
    ],
    [
      'be2 invalidate; be2 invalidate',
      '-8',
      '0: State change failed: (-8) Can not start OV/resync since it is already active',
    ],
    ['cut repl; be1 detach', '-2', '0: State change failed: (-2) Need access to UpToDate data'],
    [
      'be1 detach; be1 disconnect',
      '-2',
      '??: State change failed: (-2) Need access to UpToDate data',
    ],
    [
      'be1 detach; be2 disconnect',
      '-10',
      '??: State change failed: (-10) State change was refused by peer node',
    ],
    [
      'be1 detach; be2 detach',
      '-10',
      '0: State change failed: (-10) State change was refused by peer node',
    ],
    [
      'be2 detach; be1 invalidate-remote',
      '-5',
      '0: State change failed: (-5) Can not resync without remote disk',
    ],
    ['be2 detach; be2 invalidate', '138', '0: Failure: (138) Device does not have a disk-config'],
    ['be2 attach', '124', '0: Failure: (124) Device is attached to a disk (use detach first)'],
    ['be2 up', '161', 'pc0: Failure: (161) Minor or volume exists already (delete it first)'],
    ['be2 down; be2 primary', '127', '0: Failure: (127) Device minor not allocated'],
    ['be2 down; be2 connect', '158', 'pc0: Failure: (158) Unknown resource'],
    ['be2 down; be2 disconnect', '162', '??: Failure: (162) Invalid configuration request'],
    ['be2 wipe-md', '20', "Device '0' is configured!"],
    [
      'be2 down; be2 wipe-md; be2 up',
      '119',
      '0: Failure: (119) No valid meta-data signature found.',
    ],
    ['fail-disk be2; be2 attach', '104', '0: Failure: (104) Can not open backing device.'],
  ])('%s', (story, code, text) => {
    expect(play(story).refusals).toEqual([words(code, text)])
  })

  it('changes nothing by a refusal', () => {
    const {model, state} = play('')
    expect(model.canonical(play('be2 primary').state)).toBe(model.canonical(state))
  })

  it('takes for done what is so already', () => {
    for (const story of [
      'be2 disconnect; be2 disconnect',
      'be1 primary',
      'be2 secondary',
      'be2 down; be2 down',
      'be1 keepalived stop; be1 keepalived stop',
      'on be1',
      'heal both',
      'be2 detach; be2 detach',
    ]) {
      expect(play(story).refusals, story).toEqual([])
    }
  })
})

describe('other commands refuse too', () => {
  it.each([
    ['be1 unmount', '32'],
    ['be2 mount', '32'],
    ['be2 unmount', '32'],
    ['be2 services start', '1'],
    ['be1 services stop; hold-device be1; be1 unmount', '32'],
    ['be1 snapshot take; be1 snapshot take', '5'],
    ['be1 snapshot remove', '5'],
    ['be1 snapshot take; be1 snapshot restore', '5'],
    ['be1 backup restore', '1'],
    ['be2 backup take', '1'],
    ['be2 replace disk', '1'],
    ['crash be2; be2 connect', 'unreachable'],
    ['hang be2; be2 keepalived stop', 'unreachable'],
    ['end-boot-wait be2', 'pointless'],
  ])('%s', (story, code) => {
    expect(play(story).refusals.map((refusal) => refusal.code)).toEqual([code])
  })
})
