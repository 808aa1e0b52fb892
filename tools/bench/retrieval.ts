// How fast and how large the passage index is, beside MiniSearch over the same passages, each in a process of its own.
// usage: node --expose-gc dist/tools/bench/retrieval.js [passages=100000] [questions=1000]
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import MiniSearch from 'minisearch'
import { buildPassageIndex } from '../../src/ingest/build-passage-index.js'
import type { Passage } from '../../src/retrieval/passages/passage.js'
import { isStopWord, termOf } from '../../src/retrieval/passages/terms.js'
import { generateText } from './retrieval-text.js'

type Search = (question: string) => unknown

const ENGINES: Readonly<Record<string, (passages: Passage<number>[]) => Search>> = {
  'on-record': passages => {
    const index = buildPassageIndex(passages)
    return question => index.search(question)
  },
  'on-record, stated': passages => {
    const index = buildPassageIndex(passages)
    return question => index.search(question.replace('?', '.'))
  },
  'on-record, BM25F alone': passages => {
    const index = buildPassageIndex(passages)
    return question => index.search(question, { rerank: false })
  },
  'on-record, one article': passages => {
    const index = buildPassageIndex(passages)
    const filter = articleOf(passages)
    return question => index.search(question, { filter })
  },
  'on-record, half of all': passages => {
    const index = buildPassageIndex(passages)
    return question => index.search(question, { filter: isEven })
  },
  minisearch: passages => {
    const index = miniSearchOf(passages)
    return question => index.search(question).slice(0, 10)
  },
  'minisearch, one article': passages => {
    const index = miniSearchOf(passages)
    const ids = articleOf(passages)
    return question => index.search(question, { filter: ({ id }) => ids.has(id) }).slice(0, 10)
  },
}

/** An engine is asked no longer than this, in ms: what takes a second a question is known by then. */
const LONGEST_ASKED = 120_000
const WARM_UP = { questions: 50, ms: 20_000 }

const isEven = (id: number): boolean => id % 2 === 0

const articleOf = (passages: readonly Passage<number>[]): ReadonlySet<number> => {
  const title = passages[passages.length >> 1]?.title
  return new Set(passages.filter(passage => passage.title === title).map(({ id }) => id))
}

function miniSearchOf(passages: readonly Passage<number>[]): MiniSearch<Passage<number>> {
  const processTerm = (word: string) => (isStopWord(word.toLowerCase()) ? null : termOf(word))
  const index = new MiniSearch<Passage<number>>({ fields: ['text'], processTerm })
  index.addAll(passages)
  return index
}

function measure(engine: string, passageCount: number, questionCount: number): void {
  const { passages, questions } = generateText(passageCount, questionCount)
  const open = ENGINES[engine]
  if (!open) throw new Error(`no engine is called ${engine}; there are ${Object.keys(ENGINES).join(', ')}`)
  const before = memory()
  const start = performance.now()
  const search = open(passages)
  const seconds = (performance.now() - start) / 1000
  const megabytes = (memory() - before) / 1e6
  const warm = performance.now() + WARM_UP.ms
  for (const question of questions.slice(0, WARM_UP.questions)) if (performance.now() < warm) search(question)
  const times: number[] = []
  const stop = performance.now() + LONGEST_ASKED
  for (const question of questions) {
    if (performance.now() > stop) break
    times.push(timeOf(() => search(question)))
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(share * times.length)]?.toFixed(2)
  console.log(
    `${engine.padEnd(24)} build ${seconds.toFixed(1)} s (${Math.round(passages.length / seconds)} passages/s), ` +
      `${Math.round(megabytes)} MB, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${times.length} questions`,
  )
}

/** What lives on the heap and beside it. */
function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function timeOf(run: () => unknown): number {
  const start = performance.now()
  run()
  return performance.now() - start
}

const [passageCount = '100000', questionCount = '1000', engine] = process.argv.slice(2)
if (engine !== undefined) measure(engine, Number(passageCount), Number(questionCount))
else {
  console.log(`${passageCount} generated passages, ${questionCount} questions`)
  const options = ['--expose-gc', '--max-old-space-size=16000', fileURLToPath(import.meta.url)]
  for (const name of Object.keys(ENGINES))
    execFileSync(process.execPath, [...options, passageCount, questionCount, name], { stdio: 'inherit' })
}
