// How fast articles are analysed, beside compromise's bare nlp(text) over the same texts in the same run, and by pass.
// usage: npm run bench -- [FOLDER=seeds] [--rounds 5] [--growth]
import { parseArgs } from 'node:util'
import nlp from 'compromise'
import type { Article } from '../../src/article.js'
import { AnalysisPool } from '../../src/ingest/analysis-pool.js'
import { readDocument } from '../../src/ingest/file.js'
import { findFiles } from '../../src/ingest/find-files.js'
import { loadAnalyzer, loadModel, loadTagModel } from '../../src/ingest/model-file.js'
import { parseArticle } from '../../src/ingest/parse-article.js'
import { improveQuotations } from '../../src/language/learned/merge-quotations.js'
import { findQuotations } from '../../src/language/rules/find-quotations.js'
import { splitSentences } from '../../src/language/sentences.js'
import { resolveSpeakers } from '../../src/language/speakers/coreference.js'
import { tagTokens } from '../../src/language/tagger.js'
import { tokenize } from '../../src/language/tokens.js'
import { measureGrowth } from './growth.js'

type Task = readonly [name: string, run: () => unknown]

const BARE = 'nlp(text)'
const SIZE_LIMIT = 10_000_000

async function readArticles(folder: string): Promise<Article[]> {
  const articles: Article[] = []
  for await (const { path, error } of findFiles([folder])) {
    if (error) throw error
    articles.push(parseArticle(await readDocument(path, { sizeLimit: SIZE_LIMIT }), path))
  }
  return articles
}

/** What is measured of an article: compromise alone, our analysis, and each pass with what it takes from the others. */
function tasksOf(article: Article): Task[] {
  const { text, paragraphs, title, author } = article
  const analyze = loadAnalyzer()
  const model = loadModel()
  const sentences = splitSentences(text, paragraphs)
  const tokens = tokenize(text, paragraphs)
  const tagModel = loadTagModel()
  const tags = tagTokens(text, paragraphs, tokens, tagModel)
  const read = { text, paragraphs, sentences, tokens, tags }
  const ruled = findQuotations(read)
  const quotations = improveQuotations(read, ruled, model)
  return [
    [BARE, () => nlp(text)],
    ['whole analysis', () => analyze(article)],
    ['  sentences', () => splitSentences(text, paragraphs)],
    ['  tokens', () => tokenize(text, paragraphs)],
    ['  tags', () => tagTokens(text, paragraphs, tokens, tagModel)],
    ['  quotations by rules', () => findQuotations(read)],
    ['  quotations by model', () => improveQuotations(read, ruled, model)],
    ['  speakers', () => resolveSpeakers({ ...read, title, author, quotations })],
  ]
}

/** Milliseconds of each task, in turns; an article's time is that of its best round, which other programs disturb least. */
function measure(articles: readonly Article[], rounds: number): Map<string, number> {
  const sums = new Map<string, number>()
  for (const article of articles) {
    const best = new Map<string, number>()
    const tasks = tasksOf(article)
    for (let round = 0; round < rounds; round++) {
      for (const [name, run] of tasks) {
        const time = timeOf(run)
        best.set(name, Math.min(best.get(name) ?? time, time))
      }
    }
    for (const [name, time] of best) sums.set(name, (sums.get(name) ?? 0) + time)
  }
  return sums
}

function timeOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

async function filesPerSecond(articles: readonly Article[], size: number, rounds: number): Promise<number> {
  const pool = new AnalysisPool({ analyzeArticle: loadAnalyzer(), size })
  const jobs = articles.map(article => ({ type: 'article' as const, article }))
  await pool.analyze(jobs)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    await pool.analyze(jobs)
    best = Math.min(best, performance.now() - start)
  }
  await pool.close()
  return (articles.length / best) * 1000
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, growth: { type: 'boolean', default: false } },
})
const rounds = Number(values.rounds)
const articles = await readArticles(positionals[0] ?? 'seeds')
if (values.growth) {
  process.exit(measureGrowth(loadAnalyzer(), articles[0]!.text, rounds) ? 0 : 1)
}
const characters = articles.reduce((sum, { text }) => sum + text.length, 0)
console.log(`${articles.length} articles, ${characters} characters, the best of ${rounds} rounds an article`)

measure(articles.slice(0, 20), Math.max(2, Math.ceil(20 / articles.length)))
const times = measure(articles, rounds)
for (const [name, time] of times) {
  const speed = (characters / 1e3 / time).toFixed(2)
  const share = (time / times.get(BARE)!).toFixed(3)
  console.log(
    `${name.padEnd(22)}${time.toFixed(1).padStart(9)} ms${speed.padStart(8)} MB/s${share.padStart(8)} ×`,
  )
}
for (const size of [1, 2])
  console.log(`pool of ${size}: ${(await filesPerSecond(articles, size, rounds)).toFixed(1)} files/s`)
