import {describe, expect, it} from 'vitest'
import {vocabulary} from '../src/vocabulary/index.ts'

const on = (line: string) => vocabulary.command(line, 'be1')
const drbd = (verb: string) => ({kind: 'drbdadm', host: 'be1', verb})

describe('commands that change', () => {
  it.each([
    ['drbdadm primary pc0', drbd('primary'), 'change'],
    ['sudo drbdadm primary --force pc0', drbd('primary-force'), 'destroy'],
    ['drbdadm -- --overwrite-data-of-peer primary pc0', drbd('primary-force'), 'destroy'],
    ['drbdadm connect --discard-my-data pc0', drbd('connect-discard'), 'destroy'],
    ['drbdadm -- --discard-my-data connect pc0', drbd('connect-discard'), 'destroy'],
    ['drbdadm connect --tentative pc0', drbd('connect-tentative'), 'change'],
    ['drbdsetup secondary 0', drbd('secondary'), 'change'],
    ['drbdsetup /dev/drbd0 primary -o', drbd('primary-force'), 'destroy'],
    ['drbdadm wipe-md pc0', drbd('wipe-md'), 'destroy'],
    ['/sbin/drbdadm adjust pc0', drbd('adjust'), 'change'],
    ['service drbd start', drbd('up'), 'change'],
    ['chef-server-ctl stop keepalived', {kind: 'keepalived', host: 'be1', verb: 'stop'}, 'change'],
    [
      'private-chef-ctl start keepalived',
      {kind: 'keepalived', host: 'be1', verb: 'start'},
      'change',
    ],
    [
      'chef-server-ctl master-recover',
      {kind: 'cluster-script', host: 'be1', verb: 'master'},
      'change',
    ],
    ['sudo chef-server-ctl stop', {kind: 'services', host: 'be1', verb: 'stop'}, 'change'],
    [
      'lvcreate -s -n keep -l 15%ORIGIN /dev/opscode/drbd',
      {kind: 'snapshot', host: 'be1', verb: 'take'},
      'change',
    ],
    ['lvremove -f opscode/keep', {kind: 'snapshot', host: 'be1', verb: 'remove'}, 'destroy'],
    ['lvconvert --merge opscode/keep', {kind: 'snapshot', host: 'be1', verb: 'restore'}, 'destroy'],
    ['umount /var/opt/opscode/drbd/data', {kind: 'unmount', host: 'be1'}, 'change'],
    ['mount /dev/drbd0 /var/opt/opscode/drbd/data', {kind: 'mount', host: 'be1'}, 'change'],
    ['fuser -km /var/opt/opscode/drbd/data', {kind: 'release-device', host: 'be1'}, 'change'],
    ['shutdown -h now', {kind: 'shut-down', host: 'be1'}, 'change'],
    ['rm -f /var/log/opscode/nginx/access.log.1', {kind: 'free-space', host: 'be1'}, 'change'],
    ["find /var/log -name '*.gz' -mtime +30 -delete", {kind: 'free-space', host: 'be1'}, 'change'],
  ] as const)('%s', (line, event, effect) => {
    expect(on(line)).toEqual({kind: 'event', event, effect})
  })
})

describe('commands that read', () => {
  it.each([
    [
      'hostname; date -u; cat /proc/drbd; drbdadm get-gi pc0',
      ['cs', 'ro', 'peer-ro', 'ds', 'peer-ds', 'oos', 'newer'],
    ],
    ['sudo -u opscode-pgsql cat /proc/mounts', ['mounted']],
    ['watch -n 1 cat /proc/drbd', ['cs', 'ro', 'peer-ro', 'ds', 'peer-ds', 'oos']],
    ['watch -n1 sudo chef-server-ctl ha-status', ['status', 'vip', 'services', 'keepalived']],
    ['drbdadm role pc0 && drbdadm cstate pc0', ['ro', 'peer-ro', 'cs']],
    ['drbdadm -d adjust pc0', []],
    ['drbdadm adjust -d pc0', []],
    ["dmesg | grep -i 'split-brain' | tail -n 20 > /tmp/evidence 2>&1", ['log', 'tentative']],
    ['ip -4 addr show dev eth0', ['vip']],
    ['cat /proc/mounts', ['mounted']],
    ['ping -c 3 be2', ['heartbeat']],
    ['ping -c 3 be2-repl', ['replication']],
    ['fuser -vm /var/opt/opscode/drbd/data', ['held']],
    ['tar czf /root/evidence-$(hostname).tgz /var/log/opscode', []],
  ] as const)('%s', (line, shows) => {
    expect(on(line)).toEqual({kind: 'read', shows: ['reach', ...shows]})
  })

  it('shows nothing of a host when it runs elsewhere', () => {
    expect(vocabulary.command('curl -s https://chef.example.com/_status', 'elsewhere')).toEqual({
      kind: 'read',
      shows: ['served'],
    })
  })
})

describe('lines it does not know', () => {
  it.each([
    ['frobnicate --all; cat /proc/drbd', ['reach', 'cs', 'ro', 'peer-ro', 'ds', 'peer-ds', 'oos']],
    ['hostname && frobnicate | head; drbdadm cstate pc0', ['reach', 'cs']],
  ])('show what the others on the line show: %s', (line, shows) => {
    expect(on(line)).toEqual({kind: 'unknown', shows})
  })

  it.each(['cat /proc/drbd | frobnicate', 'frobnicate; drbdadm primary pc0; drbdadm cstate pc0'])(
    'show nothing where they read it, or something changes: %s',
    (line) => {
      expect(on(line)).toEqual({kind: 'unknown'})
    },
  )

  it.each([
    ['drbdadm primry pc0', 'Did you mean “drbdadm primary”?'],
    ['drdbadm primary pc0', 'Did you mean “drbdadm”?'],
    ['drbdadm primary', 'Name the resource: “drbdadm primary pc0”.'],
    ['chef-server-ctl ha-state', 'Did you mean “chef-server-ctl ha-status”?'],
    [
      'umount /var/opt/opscode/drbd/data && drbdadm secondary pc0',
      'Give a command that changes something a line of its own.',
    ],
    [
      'rm -rf /etc/opscode',
      'Remove only old logs and caches: below /var/log, /var/cache or /var/tmp.',
    ],
    ['lvremove /dev/opscode/drbd', 'This is the data itself, not a snapshot of it.'],
    ['cat /dev/zero > /dev/drbd0', 'Write output under /tmp or /root, not over /dev/drbd0.'],
    [
      'for h in be1 be2; do ssh $h reboot; done',
      'Write it without $: plain commands, ; && and | are understood.',
    ],
  ])('%s', (line, advice) => {
    expect(on(line)).toEqual({kind: 'unknown', advice})
  })

  it('says nothing where nothing is like it', () => {
    expect(on('frobnicate --all the.things')).toEqual({kind: 'unknown'})
  })

  it('never throws', () => {
    for (const line of [
      '',
      '#',
      "'",
      '"',
      '|',
      '>',
      '>>',
      '\\',
      '<',
      '()',
      'a'.repeat(9999),
      '&& && ;',
    ]) {
      expect(() => on(line)).not.toThrow()
    }
  })
})

describe('actions', () => {
  it('takes the host, a role or the word HOST at the place of the host', () => {
    for (const sentence of [
      'Power off be1.',
      'power off OLD',
      'power off HOST',
      'power off <OLD>',
    ]) {
      expect(vocabulary.action(sentence, 'be1')).toEqual({
        kind: 'event',
        event: {kind: 'power-off', host: 'be1'},
        effect: 'change',
      })
    }
  })

  it('does not take the other host', () => {
    expect(vocabulary.action('power off be2', 'be1')).toEqual({
      kind: 'unknown',
      advice: 'Did you mean “power off be1”?',
    })
  })

  it('carries out elsewhere what concerns no host', () => {
    expect(vocabulary.action('repair the network', 'elsewhere')).toMatchObject({kind: 'event'})
    expect(vocabulary.action('power off HOST', 'elsewhere')).toMatchObject({kind: 'unknown'})
  })

  it('knows every sentence of its own list', () => {
    for (const {sentence, effect} of vocabulary.actions) {
      expect(vocabulary.action(sentence, 'be2')).toMatchObject({kind: 'event', effect})
    }
  })
})

describe('keys', () => {
  it('are shown by the commands they name', () => {
    for (const {key, shownBy} of vocabulary.keys) {
      for (const line of shownBy) {
        const known = vocabulary.command(line, 'be1')
        expect(known.kind === 'read' && known.shows, line).toContain(key)
      }
    }
  })
})
