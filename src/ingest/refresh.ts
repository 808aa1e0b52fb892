import { OnRecordError } from '../errors.js'
import type { ListedSource, Store, StoreChange } from '../store/store.js'
import type { AnalysisJob } from './analysis-job.js'
import type { Candidate } from './candidate.js'
import { type ReadingContext, readCandidates } from './reading.js'

/** Analyses stored articles again; one that cannot be read in the store is read again from where it came. */
export async function refreshAnalyses(
  sources: readonly ListedSource[],
  store: Store,
  toCandidate: (source: ListedSource) => Candidate,
  context: ReadingContext,
): Promise<StoreChange[]> {
  const kept: ListedSource[] = []
  const lost: ListedSource[] = []
  const jobs: AnalysisJob[] = []
  for (const source of sources) {
    const article = await store.findArticle(source.id)
    if (article === null) lost.push({ ...source, isStale: true })
    else {
      kept.push(source)
      jobs.push({ type: 'article', article })
    }
  }
  const results = await context.analyze(jobs)
  const changes = kept.map(({ id, hash, file }, i): StoreChange => {
    const result = results[i]!
    if ('analyzed' in result) return { type: 'analyze', id, hash, analyzed: result.analyzed }
    if (!(result.error instanceof OnRecordError)) context.onFault(result.error, file)
    return { type: 'failed', id, failure: `${file} could not be analysed again; its last analysis is kept.` }
  })
  const known = new Map(lost.map(source => [source.id, source]))
  const reread = await readCandidates(lost.map(toCandidate), known, context)
  return [...changes, ...reread.changes]
}
