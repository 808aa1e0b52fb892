import { type Article, splitParagraphs } from '../../src/article.js'
import type { AnalyzeArticle } from '../../src/language/analyze.js'

/** What ten times the text may take, in times of the text. */
const MOST = 12
const TIMES = 10
/** Characters of the smaller text. */
const LENGTH = 50_000
/** A time that can be measured well. */
const LEAST_MS = 5

type Shape = readonly [name: string, text: (length: number) => string]

const filled = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

/** Texts that go on and on in some way that a pass may stumble over; `news` is the text of an article. */
const shapesOf = (news: string): readonly Shape[] => [
  ['an article again and again', length => filled(`${news}\n\n`, length)],
  ['one paragraph', length => filled(`${news.replace(/\s+/g, ' ')} `, length)],
  ['no full stop', length => filled(`${news.replace(/\s+/g, ' ').replace(/[.!?]/g, '')} `, length)],
  ['one word', length => filled('said', length)],
  ['the same word', length => filled('said ', length)],
  ['names alone', length => filled('Ingrid Falk ', length)],
  ['cues and commas', length => filled('he said, she said, ', length)],
  ['only opening marks', length => filled('“', length)],
  ['only straight marks', length => filled('" ', length)],
  ['marks within marks', length => filled('“a ‘b ', length)],
  ['marked words', length => filled('“no,” he said. ', length)],
  ['brackets and colons', length => filled('a (b: [c — ', length)],
  ['digits and stops', length => filled('1.1.', length)],
  ['labels', length => filled('FALK: It is late.\n', length)],
  ['captions', length => filled('>> HI THERE.\n', length)],
  ['rows of a table', length => filled('1 | LEE | Thank you, I am glad.\n', length)],
  ['a name without end', length => filled('HE SAID. ', length)],
  ['named together', length => filled('Ann Lee and Bo Falk said it was late. ', length)],
  ['sentences of a letter', length => filled('A. ', length)],
  ['empty lines', length => filled('\n \n', length)],
]

/**
 * Prints how the time grows with the text, shape by shape; says whether any grows beyond what is allowed. Where the
 * smaller text takes so little time that its share of warm caches and of the clock tells more than the text, both are
 * ten times as long.
 */
export function measureGrowth(analyze: AnalyzeArticle, news: string, rounds: number): boolean {
  let within = true
  for (const [name, text] of shapesOf(news)) {
    const measured = (length: number, times: number) =>
      bestInTurns(analyze, articleOf(text(length)), articleOf(text(length * TIMES)), times)
    const isShort = timeOf(analyze, articleOf(text(LENGTH)), TIMES) / TIMES < LEAST_MS
    const length = isShort ? LENGTH * TIMES : LENGTH
    const { small, large } = measured(length, rounds)
    const growth = large / small
    if (growth > MOST) within = false
    console.log(
      `${name.padEnd(28)}${String(length).padStart(9)}${small.toFixed(1).padStart(9)} ms${large.toFixed(1).padStart(9)} ms${growth.toFixed(1).padStart(7)} ×${growth > MOST ? `  more than ${MOST}` : ''}`,
    )
  }
  return within
}

const articleOf = (text: string): Article => ({
  id: 'growth',
  file: 'growth.txt',
  title: '',
  text,
  paragraphs: splitParagraphs(text),
})

/**
 * Milliseconds of the best rounds, in turns. The short text is read as often as makes up the long one: what else the
 * machine does then falls on both alike, for a moment's quiet that is long enough for one short text is for no long one.
 */
function bestInTurns(analyze: AnalyzeArticle, short: Article, long: Article, rounds: number) {
  let small = Number.POSITIVE_INFINITY
  let large = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    small = Math.min(small, timeOf(analyze, short, TIMES) / TIMES)
    large = Math.min(large, timeOf(analyze, long, 1))
  }
  return { small, large }
}

function timeOf(analyze: AnalyzeArticle, article: Article, times: number): number {
  const start = performance.now()
  for (let time = 0; time < times; time++) analyze(article)
  return performance.now() - start
}
