import { hull } from '../span.js'
import { ANSWER_THRESHOLD } from './abstention.js'
import type { Answer, AnsweredQuote } from './answer.js'
import { answeredQuote } from './answered-quote.js'
import { differencesOf } from './differences.js'
import { findMatches, type Match } from './find-matches.js'
import type { Library, Scope } from './library.js'
import { matchConfidence, tellingWords } from './match-confidence.js'
import { MatchSearch } from './match-evidence.js'
import { findRemembered } from './remembered-words.js'

/** How much of the best score others must reach to stand beside it. */
const BESIDE = 0.85
/** The least score of what is shown as closest. */
const WORTH_SHOWING = 0.3
const MOST_QUOTES = 10

/**
 * Every quotation that holds the remembered words, best first, word for word or nearly; what is not on the record is an
 * abstention. `threshold` is the least probability that the first is meant.
 */
export function matchQuote(
  words: string,
  library: Library,
  scope: Scope,
  threshold = ANSWER_THRESHOLD,
): Answer {
  if (library.list(scope).length === 0)
    return { type: 'abstention', reason: 'no-articles', asked: words, closest: [] }
  const search = new MatchSearch(findRemembered(words), library)
  const matches = findMatches(search, scope)
  const [best] = matches
  const confidence = matchConfidence(matches, search)
  if (!best || confidence < threshold) {
    const closest = best && isWorthShowing(best) ? [quoteOf(best, confidence)] : []
    return { type: 'abstention', reason: 'no-match', asked: words, closest }
  }
  const beside = matches.filter(match => match === best || isBeside(match, best)).slice(0, MOST_QUOTES)
  return { type: 'quotes', quotes: beside.map(match => quoteOf(match, confidence)) }
}

const isWorthShowing = (match: Match): boolean =>
  match.alignment.score >= WORTH_SHOWING && tellingWords(match) > 0

/** Others that hold the words word for word, or nearly as well as the best. */
const isBeside = (match: Match, best: Match): boolean =>
  best.alignment.exact
    ? match.alignment.exact
    : match.alignment.exact || match.alignment.score >= BESIDE * best.alignment.score

function quoteOf({ passages, alignment, attribution }: Match, confidence: number): AnsweredQuote {
  return answeredQuote(passages[0]!.analyzed, hull(passages.map(({ span }) => span)), attribution, {
    exact: alignment.exact,
    differences: differencesOf(alignment, attribution?.content),
    confidence,
  })
}
