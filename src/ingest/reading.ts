import { OnRecordError } from '../errors.js'
import type { ListedSource, StoreChange } from '../store/store.js'
import type { AnalysisJob, AnalysisResult, Analyze } from './analysis-job.js'
import { type Candidate, hashOf } from './candidate.js'
import { toDocument } from './file.js'

export type SourceStatus = 'added' | 'changed' | 'unchanged' | 'failed' | 'removed'

/** How the reading of one source went. */
export interface SourceReport {
  id: string
  file: string
  status: SourceStatus
  /** A sentence where it failed, or where something else is worth knowing. */
  reason: string | null
}

export interface ReadingContext {
  analyze: Analyze
  /** Bytes. */
  sizeLimit: number
  now(): number
  /** Told of defects of ours, for the log. */
  onFault(error: unknown, file: string): void
}

export interface Reading {
  reports: SourceReport[]
  /** Not yet applied. */
  changes: StoreChange[]
}

type Read =
  | { candidate: Candidate; type: 'unchanged' }
  | { candidate: Candidate; type: 'failed'; error: unknown }
  | { candidate: Candidate; type: 'new'; hash: string; bytes: Uint8Array; job: AnalysisJob }

/** Reads `candidates` and analyses those that are not stored as they are now; stores nothing. */
export async function readCandidates(
  candidates: readonly Candidate[],
  known: ReadonlyMap<string, ListedSource>,
  context: ReadingContext,
): Promise<Reading> {
  const reads: Read[] = []
  for (const candidate of candidates) {
    reads.push(await readOne(candidate, known.get(candidate.id), context.sizeLimit))
  }
  const jobs = reads.flatMap(read => (read.type === 'new' ? [read.job] : []))
  const results = (await context.analyze(jobs)).values()
  const outcomes = reads.map(read => {
    const result = read.type === 'new' ? results.next().value : undefined
    return conclude(read, result, known.get(read.candidate.id), context)
  })
  return {
    reports: outcomes.map(outcome => outcome.report),
    changes: outcomes.flatMap(outcome => outcome.change ?? []),
  }
}

async function readOne(
  candidate: Candidate,
  known: ListedSource | undefined,
  sizeLimit: number,
): Promise<Read> {
  try {
    const raw = await candidate.read()
    const hash = hashOf(candidate.file, raw)
    if (known?.hash === hash && !known.isStale && known.failure === null)
      return { candidate, type: 'unchanged' }
    const document = toDocument(candidate.file, raw, sizeLimit)
    return {
      candidate,
      type: 'new',
      hash,
      bytes: raw.bytes,
      job: { type: 'document', document, id: candidate.id },
    }
  } catch (error) {
    return { candidate, type: 'failed', error }
  }
}

interface Outcome {
  report: SourceReport
  change: StoreChange | null
}

function conclude(
  read: Read,
  result: AnalysisResult | undefined,
  known: ListedSource | undefined,
  context: ReadingContext,
): Outcome {
  const { candidate } = read
  if (read.type === 'failed') return failed(candidate, read.error, known, context)
  if (read.type === 'unchanged') return { report: toReport(candidate, 'unchanged'), change: null }
  if (result === undefined || 'error' in result) return failed(candidate, result?.error, known, context)
  const { id, guildId, origin, location } = candidate
  const addedAt = known?.addedAt ?? new Date(context.now()).toISOString()
  const source = { id, guildId, origin, location, hash: read.hash, addedAt, failure: null }
  const status = known === undefined ? 'added' : known.hash === read.hash ? 'unchanged' : 'changed'
  const bytes = origin === 'attachment' ? read.bytes : null
  return {
    report: toReport(candidate, status),
    change: { type: 'put', article: { source, analyzed: result.analyzed }, bytes },
  }
}

/** The last good version, where there is one, is kept. */
function failed(
  candidate: Candidate,
  error: unknown,
  known: ListedSource | undefined,
  context: ReadingContext,
): Outcome {
  const reason = sentenceOf(error, candidate.file, context)
  const isNews = known !== undefined && known.failure !== reason
  return {
    report: toReport(candidate, 'failed', reason),
    change: isNews ? { type: 'failed', id: candidate.id, failure: reason } : null,
  }
}

const toReport = (
  { id, file }: Candidate,
  status: SourceStatus,
  reason: string | null = null,
): SourceReport => ({
  id,
  file,
  status,
  reason,
})

function sentenceOf(error: unknown, file: string, context: ReadingContext): string {
  if (error instanceof OnRecordError) return error.message
  context.onFault(error, file)
  return `${file} could not be analysed because of a fault in On Record; the log tells more.`
}
