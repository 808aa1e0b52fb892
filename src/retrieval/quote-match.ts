import { hull } from '../span.js'
import { ANSWER_THRESHOLD } from './abstention.js'
import type { Answer, AnsweredQuote } from './answer.js'
import { answeredQuote } from './answered-quote.js'
import { denialIn } from './denial.js'
import { differencesOf } from './differences.js'
import { findMatches, type Match } from './find-matches.js'
import type { Library, Scope } from './library.js'
import { matchConfidence, tellingWords } from './match-confidence.js'
import { MatchSearch } from './match-evidence.js'
import { findRemembered } from './remembered-words.js'
import { isTalkAlone } from './talk-around.js'
import { withoutUnseen } from './words.js'

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
  return answerOf(words, searchQuote(words, library, scope), threshold)
}

/** The quotations that were found, or that there are none of which it is sure enough. */
export function answerOf(
  words: string,
  { matches: [best], beside, confidence }: QuoteSearch,
  threshold: number,
): Answer {
  const isRefused = !best || confidence < threshold
  if ((isRefused || confidence === 0) && isTalkAlone(words))
    return { type: 'abstention', reason: 'no-words', asked: words, closest: [] }
  if (isRefused) {
    const closest = best && isWorthShowing(best) ? [quoteOf(best, confidence)] : []
    return { type: 'abstention', reason: 'no-match', asked: words, closest }
  }
  return { type: 'quotes', quotes: beside.map(match => quoteOf(match, confidence)) }
}

export interface QuoteSearch {
  /** Best first. */
  matches: readonly Match[]
  /** The best, and those that stand beside it. */
  beside: readonly Match[]
  /** The probability that the best is meant. */
  confidence: number
}

export function searchQuote(words: string, library: Library, scope: Scope): QuoteSearch {
  const search = new MatchSearch(findRemembered(withoutUnseen(words)), library, scope)
  const matches = findMatches(search, scope)
  const [best] = matches
  const beside = matches.filter(match => match === best || (best && isBeside(match, best)))
  return { matches, beside: beside.slice(0, MOST_QUOTES), confidence: matchConfidence(matches, search) }
}

const isWorthShowing = (match: Match): boolean =>
  match.alignment.score >= WORTH_SHOWING && tellingWords(match) > 0

/** Others that hold the words word for word, or nearly as well as the best. */
const isBeside = (match: Match, best: Match): boolean =>
  best.alignment.exact
    ? match.alignment.exact
    : match.alignment.exact || match.alignment.score >= BESIDE * best.alignment.score

export function quoteOf({ passages, alignment, attribution }: Match, confidence: number): AnsweredQuote {
  const { analyzed } = passages[0]!
  const span = hull(passages.map(passage => passage.span))
  const told = differencesOf(alignment, attribution?.content)
  const exact = alignment.exact || (told.length > 0 && told.every(({ op }) => op === 'same'))
  const differences = exact ? [] : told
  const quote = answeredQuote(analyzed, span, attribution, { exact, differences, confidence })
  return { ...quote, denial: denialIn(differences, analyzed.article.text) ?? undefined }
}
