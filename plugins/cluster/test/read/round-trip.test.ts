import type {Observation} from '@handrail/runbook'
import {describe, expect, it, vi} from 'vitest'
import {type ClusterState, cluster} from '../../src/index.ts'
import {read} from '../../src/read/index.ts'
import {reachable} from '../model/explore.ts'

// Every reachable state takes its time on a busy machine.
vi.setConfig({testTimeout: 120_000})

/** Commands that together show every key. */
const plain = [
  'cat /proc/drbd',
  'drbdadm get-gi pc0',
  'chef-server-ctl ha-status',
  'ip addr show',
  'df -h',
  'tail -n 50 /var/log/messages',
  'fuser -vm /var/opt/opscode/drbd/data',
  'lvs opscode',
  'ls -l /var/opt/opscode/keepalived/cluster-transition.lock',
  'ping -c 3 be1',
  'ping -c 3 be2',
  'ping -c 3 be1-repl',
  'ping -c 3 be2-repl',
]

/** Commands that show the same in another way. */
const others = [
  'drbdadm role pc0; drbdadm cstate pc0; drbdadm dstate pc0',
  'drbdadm status pc0',
  'drbdsetup status --json',
  'drbd-overview',
  'drbdadm show-gi pc0',
  'private-chef-ctl ha-status',
  'chef-server-ctl status',
  'cat /proc/mounts',
  'mount',
  'ps -C keepalived',
  'dmesg | grep -i drbd',
  'journalctl -u keepalived',
  'nc -zv be1-repl 7788',
  'nc -zv be2-repl 7788',
]

/** What a responder would paste: prompts, commands and output of both hosts. */
function paste(state: ClusterState, commands: readonly string[]): string {
  const ofHost = (host: string): string =>
    commands.map((line) => `root@${host}:~# ${line}\n${cluster.print(state, host, line)}`).join('')
  const page = 'curl -s https://chef.example.com/_status'
  return `${ofHost('be1')}${ofHost('be2')}root@laptop:~# ${page}\n${cluster.print(state, 'laptop', page)}`
}

function difference(wanted: Observation, found: Observation = {}): string[] {
  const keys = new Set([...Object.keys(wanted), ...Object.keys(found)])
  return [...keys].flatMap((key) =>
    wanted[key] === found[key] ? [] : [`${key}: ${wanted[key]} was read as ${found[key]}`],
  )
}

describe('what the model prints', () => {
  const states = [...reachable(cluster, 2).values()]

  /** Reads every different paste once, and says what came back otherwise. */
  function misread(all: readonly ClusterState[], commands: readonly string[]): string[] {
    const wrong = new Set<string>()
    const pastes = new Map(all.map((state) => [paste(state, commands), state]))
    for (const [text, state] of pastes) {
      const {observations, contradictions, ignored} = read(text)
      for (const host of ['be1', 'be2'] as const) {
        const wanted = cluster.observe(state, host)
        for (const one of difference(wanted, observations.hosts[host])) wrong.add(one)
      }
      for (const one of difference(cluster.observe(state), observations.cluster)) wrong.add(one)
      for (const one of contradictions) wrong.add(one)
      const strange = ignored.map((line) => text.split('\n')[line - 1]!)
      for (const line of strange) wrong.add(`not understood: ${line}`)
    }
    return [...wrong]
  }

  it('is read back as the same observations', () => {
    expect(misread(states, plain)).toEqual([])
  })

  it('agrees with what other commands show', () => {
    expect(
      misread(
        states.filter((_, index) => index % 11 === 0),
        [...plain, ...others],
      ),
    ).toEqual([])
  })

  it('is shown by each command that says it shows it', () => {
    const wrong = new Set<string>()
    const sample = states.filter((_, index) => index % 7 === 0)
    for (const {key, of, shownBy} of cluster.keys) {
      for (const line of shownBy) {
        for (const state of of === 'host' ? sample : []) {
          const wanted = cluster.observe(state, 'be1')[key]
          const found = read(cluster.print(state, 'be1', line), {host: 'be1'}).observations.hosts[
            'be1'
          ]?.[key]
          const gone = wanted === undefined || (key === 'reach' && found === undefined)
          if (!gone && wanted !== found) wrong.add(`${line}: ${key}=${wanted} was read as ${found}`)
        }
      }
    }
    expect([...wrong]).toEqual([])
  })
})
