import { resolve } from 'node:path'
import { OnRecordError } from '../errors.js'
import type { AnalysisJob, Analyze } from '../ingest/analysis-job.js'
import { readDocument } from '../ingest/file.js'
import { type FoundFile, findFiles } from '../ingest/find-files.js'
import type { AnalyzedArticle, Attribution, QuotationKind } from '../language/analysis.js'
import type { Span } from '../span.js'
import { type Output, write } from './output.js'
import { neutralise } from './style.js'

/** Files that are read and analysed together. */
const batchSize = 16

export interface QuotationJson {
  kind: QuotationKind
  content: readonly Span[]
  cue: readonly Span[]
  mention: Span | null
  speaker: string | null
  via: readonly string[]
}

export interface ExtractJson {
  article: string
  quotations: readonly QuotationJson[]
}

export interface Extracting {
  analyze: Analyze
  /** Bytes. */
  sizeLimit: number
  output: Output
  /** Where the sentences about what failed go. */
  faults: Output
  render(path: string, analyzed: AnalyzedArticle): string
}

/** Writes what is quoted in each article, in the order of the paths; false where one of them failed. */
export async function extract(paths: readonly string[], extracting: Extracting): Promise<boolean> {
  let isWhole = true
  for await (const batch of batches(findFiles(paths))) {
    for (const extracted of await extractBatch(batch, extracting)) {
      if ('line' in extracted) await write(extracting.output, `${extracted.line}\n`)
      else {
        isWhole = false
        await write(extracting.faults, `${neutralise(extracted.fault)}\n`)
      }
    }
  }
  return isWhole
}

type Extracted = { line: string } | { fault: string }
type Read = { path: string; job: AnalysisJob } | { path: string; error: unknown }

async function extractBatch(batch: readonly FoundFile[], extracting: Extracting): Promise<Extracted[]> {
  const reads = await Promise.all(batch.map(file => read(file, extracting.sizeLimit)))
  const jobs = reads.flatMap(each => ('job' in each ? [each.job] : []))
  const results = (await extracting.analyze(jobs)).values()
  return reads.map(each => {
    if ('error' in each) return { fault: sentenceOf(each.path, each.error) }
    const result = results.next().value
    if (!result || 'error' in result) return { fault: sentenceOf(each.path, result?.error) }
    return { line: extracting.render(each.path, result.analyzed) }
  })
}

async function read({ path, error }: FoundFile, sizeLimit: number): Promise<Read> {
  if (error) return { path, error }
  try {
    const document = await readDocument(path, { sizeLimit })
    return { path, job: { type: 'document', document, id: resolve(path) } }
  } catch (error) {
    return { path, error }
  }
}

function sentenceOf(path: string, error: unknown): string {
  return error instanceof OnRecordError
    ? error.message
    : `${path} could not be analysed because of a fault in On Record.`
}

async function* batches<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length === batchSize) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

export function extractJson(article: string, analyzed: AnalyzedArticle): ExtractJson {
  return { article, quotations: analyzed.attributions.map(each => quotationJson(analyzed, each)) }
}

function quotationJson({ speakers }: AnalyzedArticle, attribution: Attribution): QuotationJson {
  const { kind, content, cue, source, speaker, via } = attribution
  const nameOf = (index: number) => speakers[index]?.name ?? null
  return {
    kind,
    content,
    cue,
    mention: source,
    speaker: speaker === null ? null : nameOf(speaker),
    via: via.flatMap(link => [nameOf(link.speaker), link.addressee].filter(name => name !== null)),
  }
}
