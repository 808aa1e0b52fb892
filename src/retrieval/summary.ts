import type { AnalyzedArticle, Attribution } from '../language/analysis.js'
import type { Answer, AnsweredQuote } from './answer.js'
import { answeredQuote, innermostAround, isLeaning } from './answered-quote.js'
import { coverage, weightsOf } from './inquiry.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import { isFunctionWord, wordsOf } from './words.js'

export type SummaryLength = 'short' | 'medium' | 'long'

export interface SummaryRequest {
  /** One article; without it all articles of the scope. */
  articleId?: string | undefined
  /** Only what is about it. */
  topic?: string | undefined
  length: SummaryLength
}

const SENTENCES: Record<SummaryLength, number> = { short: 3, medium: 5, long: 8 }
/** The least share of the topic's weight that a sentence about it holds. */
const ABOUT = 0.5
/** How much likeness to what is chosen already takes away (maximal marginal relevance). */
const REPETITION = 0.7
/** Sentences likelier each other than this say the same thing twice. */
const REDUNDANT = 0.6
/** For the first sentence of the article, falling to nothing over its first quarter. */
const LEAD = 0.35
/** For a sentence with a speaker who has not been heard. */
const NEW_VOICE = 0.6
const LEANING = 0.5
/** Fewer words than these seldom say anything alone. */
const FEW_WORDS = 6

interface Candidate {
  passage: LibraryPassage
  attribution: Attribution | null
  weights: ReadonlyMap<string, number>
  /** Centrality and position. */
  worth: number
}

/** The sentences that say most, verbatim and in the articles' order. */
export function summarize(library: Library, scope: Scope, request: SummaryRequest): Answer {
  const articles = library.list({ ...scope, articleId: request.articleId ?? scope.articleId })
  if (articles.length === 0) {
    if (!request.articleId) return { type: 'abstention', reason: 'no-articles', asked: '', closest: [] }
    return { type: 'abstention', reason: 'no-such-article', asked: request.articleId, closest: [] }
  }
  const found = articles.flatMap(article => candidatesOf(article, library))
  const fitting = request.topic ? aboutTopic(found, request.topic, library) : found
  if (fitting.length === 0)
    return { type: 'abstention', reason: 'not-about-this', asked: request.topic ?? '', closest: [] }
  const chosen = choose(fitting, SENTENCES[request.length])
  return { type: 'quotes', quotes: inOrder(chosen, found).map(quoteOf) }
}

function candidatesOf(analyzed: AnalyzedArticle, library: Library): Candidate[] {
  const passages = library.passages(analyzed.article.id)
  const weights = passages.map(({ span }) => contentWeights(analyzed.article.text, span, library))
  const centre = new Map<string, number>()
  for (const words of weights)
    for (const [stem, weight] of words) centre.set(stem, (centre.get(stem) ?? 0) + weight)
  return passages.flatMap((passage, i) => {
    const words = weights[i]!
    if (words.size < FEW_WORDS) return []
    const attribution = voiceOf(passage)
    const position = LEAD * Math.max(0, 1 - (4 * i) / passages.length)
    const leaning = needsMore(passage, attribution) ? LEANING : 0
    return [{ passage, attribution, weights: words, worth: cosine(words, centre) + position - leaning }]
  })
}

function contentWeights(text: string, span: LibraryPassage['span'], library: Library): Map<string, number> {
  return weightsOf(
    wordsOf(text, span).filter(({ key }) => !isFunctionWord(key)),
    library,
  )
}

/** The attribution with the most of the sentence: whose voice it is. */
function voiceOf({ analyzed, attributions, span }: LibraryPassage): Attribution | null {
  const words = wordsOf(analyzed.article.text, span).map(({ start, end }) => [start, end] as const)
  const touching = attributions.map(index => analyzed.attributions[index]!)
  return touching.length > 0 ? (innermostAround(touching, words) ?? touching[0]!) : null
}

/** Whether its first word leans on what the reader will not see. */
const needsMore = ({ analyzed, span }: LibraryPassage, attribution: Attribution | null): boolean =>
  isLeaning(analyzed.article.text, span) && attribution?.source?.[0] !== span[0]

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let product = 0
  for (const [stem, weight] of a) product += weight * (b.get(stem) ?? 0)
  return product / (norm(a) * norm(b) || 1)
}

const norm = (weights: ReadonlyMap<string, number>): number =>
  Math.sqrt([...weights.values()].reduce((sum, w) => sum + w * w, 0))

function aboutTopic(candidates: readonly Candidate[], topic: string, library: Library): Candidate[] {
  const words = wordsOf(topic)
  const topical = words.filter(({ key }) => !isFunctionWord(key))
  const wanted = weightsOf(topical.length > 0 ? topical : words, library)
  return candidates.flatMap(candidate => {
    const share = coverage(wanted, new Set(candidate.weights.keys()))
    return share >= ABOUT ? [{ ...candidate, worth: candidate.worth + 2 * share }] : []
  })
}

/** Greedy: the worthiest next, less what is chosen already, more for a voice not yet heard. */
function choose(candidates: readonly Candidate[], most: number): Candidate[] {
  const chosen: Candidate[] = []
  const likeness = new Map(candidates.map(candidate => [candidate, 0]))
  const heard = new Map<string, number>()
  const left = new Set(candidates)
  while (chosen.length < most && left.size > 0) {
    const gain = (candidate: Candidate) =>
      candidate.worth - REPETITION * (likeness.get(candidate) ?? 0) + voiceGain(candidate, heard)
    const next = [...left].reduce((best, other) => (gain(other) > gain(best) ? other : best))
    left.delete(next)
    if ((likeness.get(next) ?? 0) > REDUNDANT) continue
    chosen.push(next)
    const voice = voiceName(next)
    if (voice) heard.set(voice, (heard.get(voice) ?? 0) + 1)
    for (const other of left)
      likeness.set(other, Math.max(likeness.get(other) ?? 0, cosine(next.weights, other.weights)))
  }
  return chosen
}

const voiceName = ({ passage, attribution }: Candidate): string | null =>
  attribution?.speaker == null ? null : `${passage.analyzed.article.id}\n${attribution.speaker}`

/** Every main speaker once before anyone twice. */
function voiceGain(candidate: Candidate, heard: ReadonlyMap<string, number>): number {
  const voice = voiceName(candidate)
  if (!voice) return 0
  const times = heard.get(voice) ?? 0
  return times === 0 ? NEW_VOICE * Math.min(1, shareOfVoice(candidate) * 4) : -NEW_VOICE * 0.3 * times
}

/** How much of the article's quotations are the speaker's. */
function shareOfVoice({ passage: { analyzed }, attribution }: Candidate): number {
  const own = analyzed.attributions.filter(({ speaker }) => speaker === attribution?.speaker)
  return own.length / analyzed.attributions.length
}

function inOrder(chosen: readonly Candidate[], all: readonly Candidate[]): Candidate[] {
  const wanted = new Set(chosen)
  return all.filter(({ passage }) => [...wanted].some(other => other.passage === passage))
}

const quoteOf = ({ passage, attribution, worth }: Candidate): AnsweredQuote =>
  answeredQuote(passage.analyzed, passage.span, attribution, { confidence: Math.min(1, Math.max(0, worth)) })
