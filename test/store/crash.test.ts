import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/store/sqlite-store.js'
import { compileProgram, type Program } from '../support/program.js'
import { temporaryFolder } from '../support/temporary-folder.js'

/** Writes `files` articles, all of one round, ingests them, and so on for ever; says each step. */
const INGEST = `
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { analyzeInProcess } from './dist/src/ingest/analysis-job.js'
import { Sources } from './dist/src/ingest/sources.js'
import { openStore } from './dist/src/store/sqlite-store.js'

const [file, folder, files, rounds] = process.argv.slice(2)
const say = step => writeSync(1, step + '\\n')
const store = await openStore(file)
const analyze = analyzeInProcess(article => {
  say('analyze')
  return { article, sentences: article.paragraphs, attributions: [], speakers: [] }
})
const library = { put() {}, remove() {} }
const sources = new Sources({ store, library, analyze, seedsDir: join(folder, 'seeds') })
for (let round = Date.now(), last = round + Number(rounds); round < last; round++) {
  for (let i = 0; i < files; i++) {
    const line = '“This is round ' + round + ',” said Marta Ekberg, who leads the works.\\n'
    writeFileSync(join(folder, 'a' + String(i).padStart(3, '0') + '.txt'), line.repeat(50))
  }
  say('round')
  const reports = await sources.ingestPaths([folder], () => say('stored'))
  const failed = reports.find(report => report.status === 'failed')
  if (failed) throw new Error(failed.reason)
}
await store.close()
`

/** Files a transaction. */
const BATCH = 32
const FILES = 40

let program: Program
beforeAll(() => {
  program = compileProgram()
  writeFileSync(join(program.folder, 'ingest.js'), INGEST)
})
afterAll(() => program.remove())

const start = (file: string, folder: string, files: number, rounds: number): ChildProcess =>
  spawn(process.execPath, [join(program.folder, 'ingest.js'), file, folder, String(files), String(rounds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

async function killAtStep(child: ChildProcess, step: number): Promise<void> {
  const gone = once(child, 'exit')
  let steps = 0
  for await (const _ of createInterface({ input: child.stdout! })) {
    if (++steps === step) child.kill('SIGKILL')
  }
  expect(await gone).toEqual([null, 'SIGKILL'])
}

describe('the store', () => {
  it('holds whole articles and whole batches only, wherever its writer is killed', async () => {
    const folder = temporaryFolder()
    const file = join(temporaryFolder(), 's.db')
    let revision = 0
    for (let kill = 0; kill < 20; kill++) {
      await killAtStep(start(file, folder, FILES, Infinity), 2 + kill * 9)
      const store = await openStore(file)
      const delta = await store.changesSince(0)
      await store.close()
      expect(delta.unreadable).toEqual([])
      expect(delta.revision).toBeGreaterThanOrEqual(revision)
      revision = delta.revision
      const rounds = delta.put
        .toSorted((a, b) => (a.source.location < b.source.location ? -1 : 1))
        .map(({ analyzed }) => [...new Set(analyzed.article.text.match(/\d+/g))].join(' and '))
      expect([0, BATCH, FILES]).toContain(rounds.length)
      expect(new Set(rounds.slice(0, BATCH)).size).toBeLessThanOrEqual(1)
      expect(new Set(rounds.slice(BATCH)).size).toBeLessThanOrEqual(1)
    }
    expect(revision).toBeGreaterThan(0)
  })

  it('keeps everything that several processes write at once', async () => {
    const file = join(temporaryFolder(), 's.db')
    const writers = [1, 2, 3].map(() => {
      const folder = temporaryFolder()
      const child = start(file, folder, FILES, 3)
      child.stdout!.resume()
      return { folder, gone: once(child, 'exit') }
    })
    for (const { gone } of writers) expect(await gone).toEqual([0, null])
    const store = await openStore(file)
    const { put, revision, unreadable } = await store.changesSince(0)
    await store.close()
    expect(unreadable).toEqual([])
    for (const { folder } of writers) {
      expect(put.filter(({ source }) => source.location.startsWith(folder))).toHaveLength(FILES)
    }
    expect(revision).toBe(3 * 3 * Math.ceil(FILES / BATCH))
  })
})
