import type { Article, SourceDocument } from '../article.js'
import type { AnalyzedArticle } from '../language/analysis.js'
import { parseArticle } from './parse-article.js'

/** A document to be read and analysed, or an article to be analysed again. */
export type AnalysisJob =
  | { type: 'document'; document: SourceDocument; id: string }
  | { type: 'article'; article: Article }

/** `error` is an `OnRecordError` where the document is at fault, and a defect of ours otherwise. */
export type AnalysisResult = { analyzed: AnalyzedArticle } | { error: unknown }

/** One result a job, in their order; a fault in one job is its result and no other's. */
export type Analyze = (jobs: readonly AnalysisJob[]) => Promise<readonly AnalysisResult[]>

export type AnalyzeArticle = (article: Article) => AnalyzedArticle

export function runJob(job: AnalysisJob, analyzeArticle: AnalyzeArticle): AnalysisResult {
  try {
    const article = job.type === 'article' ? job.article : parseArticle(job.document, job.id)
    return { analyzed: analyzeArticle(article) }
  } catch (error) {
    return { error }
  }
}

/** Does the jobs here, one after the other, and lets other work go on in between. */
export const analyzeInProcess =
  (analyzeArticle: AnalyzeArticle): Analyze =>
  async jobs => {
    const results: AnalysisResult[] = []
    for (const job of jobs) {
      results.push(runJob(job, analyzeArticle))
      await new Promise(setImmediate)
    }
    return results
  }

/** Characters to be read. */
export const sizeOf = (job: AnalysisJob): number =>
  job.type === 'article' ? job.article.text.length : job.document.content.length
