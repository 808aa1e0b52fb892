import { contains, lengthOf, type Span } from '../span.js'
import type { Answer, AnsweredQuote } from './answer.js'
import { answeredQuote } from './answered-quote.js'
import { coverage, weightsOf } from './inquiry.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import { type Candidate, candidatesAmong, candidatesOf } from './summary-candidates.js'
import { chooseSentences } from './summary-choice.js'
import { withContinuation } from './whole-sentences.js'
import { isFunctionWord, withoutUnseen, wordsOf } from './words.js'

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
/** The same of the sentence with its neighbours and the title, where any sentence reaches it. */
const ALL_ABOUT = 0.8
/** Sentences before and after that are neighbours. */
const NEIGHBOURS = 2
/** Sentences about a topic that are weighed. */
const MOST_ABOUT = 400

/**
 * The sentences that say most, verbatim: in the articles' order, or, for what several articles say on a topic, speaker
 * by speaker.
 */
export function summarize(library: Library, scope: Scope, request: SummaryRequest): Answer {
  const within: Scope = { ...scope, articleId: request.articleId ?? scope.articleId }
  const articles = library.list(within)
  if (articles.length === 0) {
    if (!request.articleId) return { type: 'abstention', reason: 'no-articles', asked: '', closest: [] }
    return { type: 'abstention', reason: 'no-such-article', asked: request.articleId, closest: [] }
  }
  const topic = request.topic && withoutUnseen(request.topic).trim()
  const found = topic
    ? aboutTopic(topic, library, within)
    : articles.flatMap(article => candidatesOf(article, library))
  if (found.length === 0)
    return {
      type: 'abstention',
      reason: topic ? 'no-such-topic' : 'not-about-this',
      asked: topic ?? '',
      closest: [],
    }
  const chosen = inOrder(chooseSentences(found, SENTENCES[request.length]), articles)
  const isGathered = topic !== undefined && within.articleId === undefined
  return {
    type: 'quotes',
    quotes: withoutParts(withoutRepeatedContext(isGathered ? bySpeaker(chosen) : chosen).map(quoteOf)),
  }
}

function aboutTopic(topic: string, library: Library, scope: Scope): Candidate[] {
  const words = wordsOf(topic)
  const topical = words.filter(({ key }) => !isFunctionWord(key))
  const wanted = weightsOf(topical.length > 0 ? topical : words, library)
  const hits = library.search(topic, scope, MOST_ABOUT, { rerank: false }).map(({ passage }) => passage)
  const about = candidatesAmong(hits, library).flatMap(candidate => {
    const share = coverage(wanted, new Set(candidate.weights.keys()))
    return share >= ABOUT ? [{ ...candidate, worth: candidate.worth + 2 * share }] : []
  })
  const whole = about.filter(({ passage }) => coverage(wanted, stemsAround(passage)) >= ALL_ABOUT)
  return whole.length > 0 ? whole : about
}

function stemsAround({ analyzed, sentence }: LibraryPassage): Set<string> {
  const { article, sentences } = analyzed
  const near = sentences.slice(Math.max(0, sentence - NEIGHBOURS), sentence + NEIGHBOURS + 1)
  const words = [...wordsOf(article.title), ...near.flatMap(span => wordsOf(article.text, span))]
  return new Set(words.map(({ stem }) => stem))
}

type Articles = ReturnType<Library['list']>

function inOrder(chosen: readonly Candidate[], articles: Articles): Candidate[] {
  const places = new Map(articles.map(({ article }, place) => [article.id, place]))
  const placeOf = ({ passage }: Candidate) => places.get(passage.analyzed.article.id) ?? 0
  return [...chosen].sort((a, b) => placeOf(a) - placeOf(b) || a.passage.sentence - b.passage.sentence)
}

/** Whoever says most comes first; the articles' own words come last. */
function bySpeaker(chosen: readonly Candidate[]): Candidate[] {
  const groups = new Map<string | null, Candidate[]>()
  for (const candidate of chosen) {
    const group = groups.get(candidate.voice)
    if (group) group.push(candidate)
    else groups.set(candidate.voice, [candidate])
  }
  const spoken = [...groups].sort(
    ([a, first], [b, second]) => Number(a === null) - Number(b === null) || second.length - first.length,
  )
  return spoken.flatMap(([, group]) => group)
}

/** A sentence that was chosen itself is not shown again before the next. */
function withoutRepeatedContext(chosen: readonly Candidate[]): Candidate[] {
  return chosen.map((candidate, i) => {
    const previous = chosen[i - 1]?.passage
    const isShown =
      previous?.analyzed === candidate.passage.analyzed && previous.span[0] === candidate.before?.[0]
    return isShown ? { ...candidate, before: null } : candidate
  })
}

function quoteOf({ passage, attribution, worth, before, antecedent }: Candidate): AnsweredQuote {
  const { analyzed, span } = passage
  const stretch = withContinuation(analyzed, span, attribution)
  const confidence = Math.min(1, Math.max(0, worth))
  const quote = answeredQuote(analyzed, stretch, attribution, { confidence, before })
  return { ...quote, ...(antecedent && { antecedent }) }
}

/** One that stands in another, or in the context of another, is not shown alone too. */
const withoutParts = (quotes: readonly AnsweredQuote[]): AnsweredQuote[] =>
  quotes.filter(
    (quote, at) =>
      !quotes.some((other, place) => {
        const whole = shownSpan(other)
        return (
          other.article === quote.article &&
          contains(whole, quote.span) &&
          (lengthOf(whole) > lengthOf(shownSpan(quote)) || place < at)
        )
      }),
  )

const shownSpan = ({ span, before }: AnsweredQuote): Span => (before ? [before[0], span[1]] : span)
