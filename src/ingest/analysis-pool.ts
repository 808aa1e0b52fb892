import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type ErrorCode, OnRecordError } from '../errors.js'
import type { AnalyzedArticle } from '../language/analysis.js'
import {
  type AnalysisJob,
  type AnalysisResult,
  type Analyze,
  type AnalyzeArticle,
  analyzeInProcess,
  sizeOf,
} from './analysis-job.js'

export type WorkerMessage =
  | { type: 'ready' }
  | { type: 'done'; analyzed: AnalyzedArticle }
  | { type: 'refused'; code: ErrorCode; sentence: string }
  | { type: 'fault'; error: unknown }

export interface AnalysisPoolOptions {
  /** What is done in this process where starting a worker would take longer. */
  analyzeArticle: AnalyzeArticle
  /** At most this many workers, each of about 100 MB. */
  size?: number
  /** Milliseconds that a worker may take for so many characters. */
  timeLimit?: (characters: number) => number
  /** The worker's compiled file; null: everything is done in this process. */
  workerFile?: URL | null
}

interface Task {
  job: AnalysisJob
  settle(result: AnalysisResult): void
}

interface Crew {
  worker: Worker
  task: Task | null
  isReady: boolean
  alarm: NodeJS.Timeout | undefined
}

/** Up to this many jobs and characters are done sooner here than a worker starts. */
const FEW_JOBS = 2
const FEW_CHARACTERS = 20_000

/** Some twenty times what a slow machine takes. */
const timeLimitOf = (characters: number): number => 60_000 + 0.3 * characters

/** Analyses articles in worker threads, which are started when first needed and never keep the process alive while idle. */
export class AnalysisPool {
  private readonly crews = new Set<Crew>()
  private readonly waiting: Task[] = []
  private readonly inProcess: Analyze
  private readonly size: number
  private readonly timeLimit: (characters: number) => number
  private workerFile: URL | null

  constructor(options: AnalysisPoolOptions) {
    const { analyzeArticle, size, timeLimit = timeLimitOf, workerFile = compiledWorker() } = options
    this.inProcess = analyzeInProcess(analyzeArticle)
    this.size = Math.max(1, size ?? Math.min(availableParallelism(), 8))
    this.timeLimit = timeLimit
    this.workerFile = workerFile
  }

  readonly analyze: Analyze = jobs => {
    const characters = jobs.reduce((sum, job) => sum + sizeOf(job), 0)
    const few = jobs.length <= FEW_JOBS && characters <= FEW_CHARACTERS
    if (few || this.workerFile === null) return this.inProcess(jobs)
    const results = jobs.map(job => new Promise<AnalysisResult>(settle => this.waiting.push({ job, settle })))
    this.assign()
    return Promise.all(results)
  }

  /** Ends the workers; jobs under way have an error as their result. */
  async close(): Promise<void> {
    const stopped = new OnRecordError('unavailable', 'On Record is stopping; try again once it is back.')
    for (const task of this.waiting.splice(0)) task.settle({ error: stopped })
    for (const crew of this.crews) this.finish(crew, { error: stopped })
    await Promise.all([...this.crews].map(({ worker }) => endOf(worker)))
  }

  private assign(): void {
    for (const crew of this.crews) {
      if (this.waiting.length > 0 && crew.isReady && crew.task === null) this.give(crew)
    }
    let starting = [...this.crews].filter(crew => !crew.isReady).length
    while (this.waiting.length > starting && this.crews.size < this.size && this.workerFile !== null) {
      this.start(this.workerFile)
      starting++
    }
  }

  /** Only to a worker that is ready: one that goes down with an article is then known to have come up before. */
  private give(crew: Crew): void {
    crew.task = this.waiting.shift() ?? null
    if (crew.task === null) {
      crew.worker.unref()
      return
    }
    crew.worker.ref()
    crew.worker.postMessage(crew.task.job)
    this.setAlarm(crew, crew.task.job)
  }

  /** A worker that hangs is ended with its article; the others go on. */
  private setAlarm(crew: Crew, job: AnalysisJob): void {
    const limit = this.timeLimit(sizeOf(job))
    crew.alarm = setTimeout(() => {
      this.bury(crew, tookTooLong(job, limit))
      void crew.worker.terminate()
    }, limit)
    crew.alarm.unref()
  }

  private start(file: URL): void {
    const crew: Crew = { worker: new Worker(file), task: null, isReady: false, alarm: undefined }
    this.crews.add(crew)
    crew.worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'ready') crew.isReady = true
      else this.finish(crew, toResult(message))
      this.give(crew)
    })
    crew.worker.on('error', error => this.bury(crew, error))
    crew.worker.on('exit', code => this.bury(crew, new Error(`the analysis worker ended with code ${code}`)))
  }

  private finish(crew: Crew, result: AnalysisResult): void {
    clearTimeout(crew.alarm)
    crew.task?.settle(result)
    crew.task = null
    crew.worker.unref()
  }

  /** An article that brings its worker down is at fault itself; a worker that never came up is not the article's fault. */
  private bury(crew: Crew, error: unknown): void {
    if (!this.crews.delete(crew)) return
    clearTimeout(crew.alarm)
    const task = crew.task
    crew.task = null
    task?.settle({ error })
    if (!crew.isReady) this.workerFile = null
    if (this.workerFile === null) this.doWaitingHere()
    else this.assign()
  }

  private doWaitingHere(): void {
    const tasks = this.waiting.splice(0)
    this.inProcess(tasks.map(task => task.job)).then(results => {
      for (const [i, task] of tasks.entries()) task.settle(results[i]!)
    })
  }
}

/** Its last words are not heard: they would let go of it, and the process might end before it does. */
function endOf(worker: Worker): Promise<number> {
  worker.removeAllListeners('message')
  return worker.terminate()
}

function tookTooLong(job: AnalysisJob, limit: number): OnRecordError {
  const { file } = job.type === 'article' ? job.article : job.document
  const sentence = `${file} was given up: its ${sizeOf(job)} characters may take ${Math.ceil(limit / 1000)} seconds to analyse, and took longer. Try it in parts.`
  return new OnRecordError('bad-input', sentence)
}

function toResult(message: Exclude<WorkerMessage, { type: 'ready' }>): AnalysisResult {
  if (message.type === 'done') return { analyzed: message.analyzed }
  if (message.type === 'fault') return { error: message.error }
  return { error: new OnRecordError(message.code, message.sentence) }
}

/** Beside this file when it is compiled; TypeScript run in place has none. */
const compiledWorker = (): URL | null =>
  import.meta.url.endsWith('.js') ? new URL('./analysis-worker.js', import.meta.url) : null
