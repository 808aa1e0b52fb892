import type { AnalyzedArticle, Attribution } from '../language/analysis.js'
import { overlaps, type Span, textOf } from '../span.js'
import type { AnsweredQuote } from './answer.js'
import { innermostAround } from './answered-quote.js'
import { antecedentReader } from './antecedents.js'
import { weightsOf } from './inquiry.js'
import type { Library, LibraryPassage } from './library.js'
import { coreOfName } from './speaker-names.js'
import { isFunctionWord, wordsOf } from './words.js'

/** A sentence that may stand in a summary. */
export interface Candidate {
  passage: LibraryPassage
  attribution: Attribution | null
  /** Whose voice it is, the same over all articles for one name; null: the article's own, or unknown. */
  voice: string | null
  /** Its stems with what each tells, of length 1 as a vector. */
  weights: ReadonlyMap<string, number>
  /** Centrality and position. */
  worth: number
  /** The sentence before and whom its first word means, where it cannot be understood without. */
  before: Span | null
  antecedent: AnsweredQuote['antecedent'] | null
}

/** For the first sentence of an article, falling to nothing over its first quarter. */
const LEAD = 0.35
/** For a sentence of the words of the title. */
const TITLE = 0.25
/** For one that needs the sentence before it. */
const LEANING = 0.25
/** Fewer different words than these, function words aside, seldom say anything alone. */
const FEW_WORDS = 6
/** The same where nobody says anything longer. */
const FEWEST_WORDS = 2
/** From this share of quoted sentences on an article is talk, which has no lead. */
const TALK = 0.8

export const candidatesOf = ({ article }: AnalyzedArticle, library: Library): Candidate[] =>
  candidatesAmong(library.passages(article.id), library)

/** The passages that can stand alone, weighed against one another. Linear in their number. */
export function candidatesAmong(passages: readonly LibraryPassage[], library: Library): Candidate[] {
  const read = passages.map(passage => ({ passage, weights: unitWeights(passage, library) }))
  const central = centralityIn(read.map(({ weights }) => weights))
  const contexts = new Map<AnalyzedArticle, ArticleContext>()
  const all = read.flatMap(({ passage, weights }, i) => {
    const context = contexts.get(passage.analyzed) ?? contextOf(passage.analyzed, library)
    contexts.set(passage.analyzed, context)
    return candidateOf(passage, weights, central[i]!, context) ?? []
  })
  const long = all.filter(({ weights }) => weights.size >= FEW_WORDS)
  const standing = long.length > 0 ? long : all
  const statements = standing.filter(({ passage }) => isStatement(passage))
  return statements.length > 0 ? statements : standing
}

interface ArticleContext {
  title: ReadonlyMap<string, number>
  titleWords: string
  isTalk: boolean
  length: number
  standsOn: ReturnType<typeof antecedentReader>
}

function contextOf(analyzed: AnalyzedArticle, library: Library): ArticleContext {
  const { article } = analyzed
  const passages = library.passages(article.id)
  const spoken = passages.filter(({ attributions }) => attributions.length > 0).length
  return {
    title: toUnit(contentWeights(article.title, [0, article.title.length], library)),
    titleWords: plain(article.title),
    isTalk: spoken > TALK * passages.length,
    length: passages.length,
    standsOn: antecedentReader(analyzed),
  }
}

function candidateOf(
  passage: LibraryPassage,
  weights: ReadonlyMap<string, number>,
  centrality: number,
  context: ArticleContext,
): Candidate | null {
  const { analyzed, span, sentence } = passage
  if (weights.size < FEWEST_WORDS || plain(textOf(analyzed.article.text, span)) === context.titleWords)
    return null
  const attribution = voiceOf(passage)
  const needs = context.standsOn(sentence, attribution)
  if (needs === null) return null
  const lead = context.isTalk ? 0 : LEAD * Math.max(0, 1 - (4 * sentence) / context.length)
  const leaning = needs.before === null ? 0 : LEANING
  const worth = centrality + lead + TITLE * product(weights, context.title) - leaning
  return { passage, attribution, voice: voiceName(analyzed, attribution), weights, worth, ...needs }
}

const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * How central each of the vectors is, the most central 1: its degree in the graph of all their cosines (Radev's
 * centroid, LexRank without a threshold), which is its product with the sum of all.
 */
function centralityIn(vectors: readonly ReadonlyMap<string, number>[]): number[] {
  const sum = new Map<string, number>()
  for (const vector of vectors)
    for (const [stem, weight] of vector) sum.set(stem, (sum.get(stem) ?? 0) + weight)
  const degrees = vectors.map(vector => product(vector, sum) - 1)
  const most = degrees.reduce((best, degree) => Math.max(best, degree), 0) || 1
  return degrees.map(degree => degree / most)
}

export function product(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [stem, weight] of a) sum += weight * (b.get(stem) ?? 0)
  return sum
}

const unitWeights = ({ analyzed, span }: LibraryPassage, library: Library): Map<string, number> =>
  toUnit(contentWeights(analyzed.article.text, span, library))

const contentWeights = (text: string, span: Span, library: Library): Map<string, number> =>
  weightsOf(
    wordsOf(text, span).filter(({ key }) => !isFunctionWord(key)),
    library,
  )

function toUnit(weights: ReadonlyMap<string, number>): Map<string, number> {
  const length = Math.sqrt(product(weights, weights)) || 1
  return new Map([...weights].map(([stem, weight]) => [stem, weight / length]))
}

/** The attribution with the most of the sentence: whose voice it is. What only somebody does is the article's to tell. */
function voiceOf({ analyzed, attributions, span }: LibraryPassage): Attribution | null {
  const touching = attributions
    .map(index => analyzed.attributions[index]!)
    .filter(({ type }) => type !== 'other')
  if (touching.length === 0) return null
  const words = wordsOf(analyzed.article.text, span).map(({ start, end }) => [start, end] as const)
  return innermostAround(touching, words) ?? holdingMost(touching, words)
}

/** Of "Asked about the toll, Vik said: 'I have read it.'" the words are Vik's, though the toll is asked about first. */
function holdingMost(touching: readonly Attribution[], words: readonly Span[]): Attribution {
  const held = ({ content }: Attribution) =>
    words.filter(word => content.some(span => overlaps(span, word))).length
  return touching.reduce((most, other) => (held(other) > held(most) ? other : most))
}

function voiceName({ article, speakers }: AnalyzedArticle, attribution: Attribution | null): string | null {
  const speaker = attribution?.speaker == null ? undefined : speakers[attribution.speaker]
  if (speaker === undefined) return null
  return speaker.named ? coreOfName(speaker.name).join(' ') : `${article.id}\n${speaker.name}`
}

/** A whole sentence that states something: no heading, no question, no line that invites or signs. */
function isStatement({ analyzed, span }: LibraryPassage): boolean {
  const words = textOf(analyzed.article.text, span)
  return (
    /^["'“‘«([$£€]*[\p{Lu}\p{N}]/u.test(words) &&
    /[.!…]["'”’»)\]]*$/u.test(words) &&
    !/[?]["'”’»)\]]*$/u.test(words) &&
    !BOILERPLATE.test(words)
  )
}

const BOILERPLATE =
  /^(?:Follow|Subscribe|Sign up|Click|Read more|Watch|Listen|Share|Copyright|©)(?!\p{L})|(?<!\p{L})(?:contributed to this (?:report|story|article)|all rights reserved|on Twitter at @|newsletter)(?!\p{L})/iu
