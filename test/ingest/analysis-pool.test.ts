import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { AnalysisJob, AnalysisResult } from '../../src/ingest/analysis-job.js'
import { AnalysisPool } from '../../src/ingest/analysis-pool.js'
import { analyzeArticle } from '../../src/language/analyze.js'
import { compileProgram, type Program } from '../support/program.js'

const job = (id: string, content = `“It is ${id},” said Marta Ekberg.`): AnalysisJob => ({
  type: 'document',
  id,
  document: { file: `${id}.txt`, mediaType: 'text', content, description: {} },
})
const many = (count: number) => Array.from({ length: count }, (_, i) => job(`a${i}`))
const outcome = (result: AnalysisResult) =>
  'analyzed' in result ? result.analyzed.article.id : String(result.error)

/** Answers as the real one does, but goes down with some articles. */
const FRAGILE = `
import { parentPort } from 'node:worker_threads'
import { runJob } from './dist/src/ingest/analysis-job.js'
parentPort.on('message', job => {
  if (job.id === 'exit') process.exit(3)
  if (job.id === 'hang') for (;;) {}
  if (job.id === 'throw') throw new RangeError('too much')
  const analyze = article => ({ article, sentences: [], attributions: [], speakers: [] })
  parentPort.postMessage({ type: 'done', analyzed: runJob(job, analyze).analyzed })
})
parentPort.postMessage({ type: 'ready' })
`

/** Closes a pool while word of a worker that has come up is on its way. */
const CLOSING = `
import { AnalysisPool } from './dist/src/ingest/analysis-pool.js'
const document = { file: 'a.txt', mediaType: 'text', content: 'It rained.', description: {} }
const jobs = Array.from({ length: 3 }, (_, i) => ({ type: 'document', id: 'a' + i, document }))
const workerFile = new URL('./fragile.js', import.meta.url)
const pool = new AnalysisPool({ analyzeArticle: () => null, size: 2, workerFile })
const results = pool.analyze(jobs)
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000)
await pool.close()
await results
console.log('closed')
`

let program: Program
beforeAll(() => {
  program = compileProgram()
  writeFileSync(join(program.folder, 'closing.js'), CLOSING)
  writeFileSync(join(program.folder, 'fragile.js'), FRAGILE)
  writeFileSync(join(program.folder, 'broken.js'), 'throw new Error("cannot start")')
})
afterAll(() => program.remove())

function poolOf(worker: string | null, timeLimit?: () => number): { pool: AnalysisPool; here: string[] } {
  const here: string[] = []
  const pool = new AnalysisPool({
    analyzeArticle: article => {
      here.push(article.id)
      return analyzeArticle(article)
    },
    size: 2,
    ...(timeLimit && { timeLimit }),
    workerFile: worker === null ? null : pathToFileURL(join(program.folder, worker)),
  })
  onTestFinished(() => pool.close())
  return { pool, here }
}

describe('the analysis pool', () => {
  it('gives every result in order, analysed by the workers as here', async () => {
    const { pool, here } = poolOf('dist/src/ingest/analysis-worker.js')
    const results = await pool.analyze([...many(5), job('empty', '\ufeff'), ...many(2)])
    expect(results.map(outcome)).toEqual([
      ...['a0', 'a1', 'a2', 'a3', 'a4'],
      'OnRecordError: empty.txt holds no text that could be read as an article.',
      ...['a0', 'a1'],
    ])
    expect(here).toEqual([])
    expect(results[0]).toMatchObject({ analyzed: { speakers: [{ name: 'Marta Ekberg' }] } })
  })

  it('does one or two small articles here', async () => {
    const { pool, here } = poolOf('broken.js')
    expect((await pool.analyze(many(2))).map(outcome)).toEqual(['a0', 'a1'])
    expect(here).toEqual(['a0', 'a1'])
  })

  it('charges a crash to the article that caused it, and to no other', async () => {
    const { pool, here } = poolOf('fragile.js')
    const jobs = [...many(3), job('exit'), job('throw'), ...many(4), job('exit'), ...many(1)]
    expect((await pool.analyze(jobs)).map(outcome)).toEqual([
      ...['a0', 'a1', 'a2'],
      'Error: the analysis worker ended with code 3',
      'RangeError: too much',
      ...['a0', 'a1', 'a2', 'a3'],
      'Error: the analysis worker ended with code 3',
      'a0',
    ])
    expect(here).toEqual([])
  })

  it('gives up an article that its worker hangs on, and goes on with the others', async () => {
    const { pool } = poolOf('fragile.js', () => 1500)
    const results = await pool.analyze([...many(3), job('hang', 'A long text.'), ...many(3)])
    expect(results.map(outcome)).toEqual([
      ...['a0', 'a1', 'a2'],
      'OnRecordError: hang.txt was given up: its 12 characters may take 2 seconds to analyse, and took longer. Try it in parts.',
      ...['a0', 'a1', 'a2'],
    ])
  })

  it('does everything here where no worker comes up', async () => {
    const { pool, here } = poolOf('broken.js')
    const ids = ['a0', 'a1', 'a2', 'a3', 'a4']
    expect((await pool.analyze(many(5))).map(outcome)).toEqual(ids)
    expect([...here].sort()).toEqual(ids)
    const none = poolOf(null)
    expect((await none.pool.analyze(many(5))).map(outcome)).toEqual(ids)
  })

  it('closes, and lets the process go on, while a worker comes up', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(program.folder, 'closing.js')])
    expect({ status, stdout: String(stdout), stderr: String(stderr) }).toEqual({
      status: 0,
      stdout: 'closed\n',
      stderr: '',
    })
  })

  it('settles what is under way when it is closed', async () => {
    const { pool } = poolOf('fragile.js')
    const results = pool.analyze(many(200))
    await pool.close()
    expect(new Set((await results).map(outcome))).toContain(
      'OnRecordError: On Record is stopping; try again once it is back.',
    )
  })
})
