import {execFileSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {headCommit, sourceDate} from '../src/head-commit.ts'

const folder = mkdtempSync(join(tmpdir(), 'commit-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function git(...words: string[]): string {
  const env = {...process.env, GIT_COMMITTER_DATE: '2020-02-03T23:30:00-02:00'}
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org']
  return execFileSync('git', [...who, ...words], {cwd: folder, encoding: 'utf8', env}).trim()
}

test('outside of git, and before the first commit, there is none: the date is today’s', () => {
  const today = new Date().toISOString().slice(0, 10)
  expect(headCommit(folder)).toBeUndefined()
  git('init', '-q')
  expect(headCommit(folder)).toBeUndefined()
  expect(sourceDate(folder) >= today).toBe(true)
})

test('names the last commit and its time', () => {
  git('commit', '-q', '--allow-empty', '-m', 'First')
  const hash = git('rev-parse', '--short', 'HEAD')
  expect(headCommit(folder)).toEqual({hash, time: '2020-02-03T23:30:00-02:00'})
  expect(sourceDate(folder)).toBe('2020-02-03')
})
