import { sumsOfTrees } from '../boosted-trees.js'
import { overlaps, type Span } from '../span.js'
import { ANSWER_THRESHOLD } from './abstention.js'
import { Amount } from './amounts.js'
import type { AbstentionReason, Answer, AnsweredQuote } from './answer.js'
import { findCandidates } from './answer-candidates.js'
import { answerConfidence, READ, sharesOf, standingOf } from './answer-confidence.js'
import { ANSWER_ORDER } from './answer-trees.js'
import { answeredQuote } from './answered-quote.js'
import { answerClaim, withTopicalDenial } from './claimed-quote.js'
import { EVIDENCE, type Weighed, weighCandidates } from './evidence.js'
import { answerIdentity } from './identity.js'
import { type Inquiry, inquireInto } from './inquiry.js'
import { joinQuoted, joinStretches, type Stretch } from './joined-stretches.js'
import type { Library, Scope } from './library.js'
import { parseQuestion } from './parse-question.js'
import { wordTraits } from './passages/word-traits.js'
import { attributionFor } from './speaker-evidence.js'
import { areNamesakes, coreOfName } from './speaker-names.js'
import { stemsOf } from './stems.js'
import { isTalkAlone } from './talk-around.js'
import { isMarked, wholeQuotation } from './whole-quotation.js'
import { withoutUnseen, wordsOf } from './words.js'

const MOST_QUOTES = 5
/** What is less likely than this to be right is not shown behind the first: of 803 questions none has one of three right by less. */
const LEAST_LIKELY = 0.01

/**
 * The sentences that answer a question, best first, or why there are none; `threshold` is the least probability that one of
 * the first three is right. The confidence of a quote is the probability that it is right itself, where about as many
 * questions are asked in vain as not.
 */
export function answerQuestion(
  text: string,
  library: Library,
  scope: Scope,
  threshold = ANSWER_THRESHOLD,
): Answer {
  const question = parseQuestion(withoutUnseen(text))
  if (library.list(scope).length === 0)
    return { type: 'abstention', reason: 'no-articles', asked: text, closest: [] }
  const inquiry = inquireInto(question, library, scope)
  const claim = question.quoted && answerClaim(question.quoted, inquiry, library, scope, threshold)
  if (claim) return claim
  const identity = answerIdentity(inquiry, library, scope, threshold)
  if (identity) return identity
  const ranked = rankedCandidates(inquiry, library, scope)
  const { any, each } = likelihoodsOf(ranked, inquiry, library, scope)
  const quotes = quotesOf(ranked, each, inquiry, library).map(quote => withTopicalDenial(quote, inquiry))
  if (quotes.length > 0 && any >= threshold && !isOffClaim(inquiry, ranked[0]!, library))
    return { type: 'quotes', quotes }
  return {
    type: 'abstention',
    reason: reasonOf(inquiry),
    asked: askedFor(inquiry),
    closest: ranked[0] && isNear(ranked[0]) ? quotes.slice(0, 1) : [],
  }
}

const NEARNESS = ['topic', 'alike', 'related'].map(name => EVIDENCE.indexOf(name))

/** The least share of a claim's weight, or more than this share of its words, that its statement must hold. */
const STATED = { weight: 0.6, words: 0.5 }
const QUOTATION = EVIDENCE.indexOf('quotation')

/** Whether a statement is asked for ("did X say that …") of which the answer holds too little to be it. */
function isOffClaim({ question, topic }: Inquiry, { weighed, evidence }: Ranked, library: Library): boolean {
  if (!question.isClaim || topic.size === 0) return false
  const weight = NEARNESS.reduce((sum, place) => sum + evidence[place]!, 0)
  if (Math.max(weight, evidence[QUOTATION]!) >= STATED.weight) return false
  const stems = stemsOf(library.words(weighed.passage))
  const found = [...topic.keys()].filter(stem => stems.has(stem))
  return found.length / topic.size <= STATED.words
}

/** Whether it holds a word that the question is about, or one like it: what does not is not near to it. */
const isNear = ({ evidence }: Ranked): boolean => NEARNESS.some(place => evidence[place]! > 0)

interface Ranked {
  weighed: Weighed
  evidence: readonly number[]
  rank: number
}

const AMOUNT = EVIDENCE.indexOf('amount')
/** What is left of the confidence in a sentence that lacks the amount that is asked for. */
const WITHOUT_AMOUNT = 0.15

/** What is left of the confidence in another's words, where a person is asked about who is named but never quoted, or a namesake's. */
const INSTEAD_OF_ASKED = 0.15
const BY_ASKED = EVIDENCE.indexOf('speaker')
const BY_ANOTHER = EVIDENCE.indexOf('by another')

const isInstead = (first: Ranked, { question, speakers }: Inquiry, library: Library, scope: Scope): boolean =>
  question.namesSpeaker &&
  first.evidence[BY_ASKED] === 0 &&
  (isByNamesake(first, question.speaker ?? '', library, scope) ||
    (first.evidence[BY_ANOTHER] === 1 && speakers.length > 0 && areUnquoted(speakers)))

const areUnquoted = (speakers: Inquiry['speakers']): boolean =>
  speakers.every(({ kind, quotations }) => kind === 'person' && quotations === 0)

/** Whether one of the family said it, and not who is asked about: "Joe Biden" for "Jill Biden", but not "Lind" for "mayor Lind". */
function isByNamesake(
  { weighed: { passage, attribution } }: Ranked,
  asked: string,
  library: Library,
  scope: Scope,
): boolean {
  const speaker = passage.analyzed.speakers[attribution?.speaker ?? -1]
  if (speaker?.kind !== 'person' || !areNamesakes(asked, speaker.name)) return false
  const [given] = wordsOf(coreOfName(asked)[0] ?? '')
  if (!given || wordTraits(given.key) !== 0) return false
  const isWord = library.isKnown(given.stem) || library.related.of(given.stem).size > 0
  return !isWord || library.roster(scope).bearersOf([given.key]).length > 0
}

/** The probability that any of the candidates that are read is right, and that each candidate is. */
function likelihoodsOf(
  ranked: readonly Ranked[],
  inquiry: Inquiry,
  library: Library,
  scope: Scope,
): { any: number; each: number[] } {
  const [first] = ranked
  if (!first) return { any: 0, each: [] }
  const standing = standingOf(ranked, inquiry)
  const any =
    answerConfidence(standing) *
    (first.evidence[AMOUNT] === Amount.none ? WITHOUT_AMOUNT : 1) *
    (isInstead(first, inquiry, library, scope) ? INSTEAD_OF_ASKED : 1)
  const ranks = ranked.map(({ rank }) => rank)
  return { any, each: sharesOf(ranks, standing).map(share => any * share) }
}

function rankedCandidates(inquiry: Inquiry, library: Library, scope: Scope): Ranked[] {
  const candidates = findCandidates(inquiry, library, scope)
  const all = weighCandidates(candidates, inquiry, library)
  const sums = sumsOfTrees(
    ANSWER_ORDER,
    all.map(({ evidence }) => evidence),
  )
  return all
    .map((weighed, at) => ({ weighed, evidence: weighed.evidence, rank: sums[at]! }))
    .sort((a, b) => b.rank - a.rank)
}

/** Each quotation once, whole; `likely` is each candidate's probability of being right. */
function quotesOf(
  ranked: readonly Ranked[],
  likely: readonly number[],
  inquiry: Inquiry,
  library: Library,
): AnsweredQuote[] {
  const quotes: AnsweredQuote[] = []
  for (const [place, { weighed }] of ranked.entries()) {
    if (quotes.length === MOST_QUOTES || (place > 0 && likely[place]! < LEAST_LIKELY)) break
    const { analyzed, span } = weighed.passage
    const isShown = (piece: Span): boolean =>
      quotes.some(shown => shown.article === analyzed.article && overlaps(shown.span, piece))
    if (isShown(span)) continue
    const whole = stretchOf(weighed)
    const alone = isShown(whole.span) ? { ...whole, span } : whole
    const joined = withNeighbour(alone, place, ranked)
    const choices = [...withQuotations(joined, weighed, inquiry, library), joined]
    const shown = choices.find(choice => !isShown(choice.span)) ?? alone
    const confidence = likelihoodOf(shown.span, place, ranked, likely)
    const quote = answeredQuote(analyzed, shown.span, shown.attribution, { confidence })
    quotes.push(quote.before && isShown(quote.before) ? { ...quote, before: null } : quote)
  }
  return quotes.sort((a, b) => b.confidence - a.confidence)
}

/** That one of the candidates in a stretch is right: the one at `place`, and those of the others that are read. */
function likelihoodOf(
  span: Span,
  place: number,
  ranked: readonly Ranked[],
  likely: readonly number[],
): number {
  const { analyzed } = ranked[place]!.weighed.passage
  const isIn = ({ weighed: { passage } }: Ranked) =>
    passage.analyzed === analyzed && overlaps(passage.span, span)
  const joined = ranked
    .slice(0, READ)
    .map((candidate, at) => (at > place && isIn(candidate) ? likely[at]! : 0))
  return Math.min(
    1,
    joined.reduce((sum, each) => sum + each, likely[place]!),
  )
}

const stretchOf = ({ passage: { analyzed, sentence }, attribution }: Weighed): Stretch => ({
  span: wholeQuotation(analyzed, sentence, attribution),
  attribution,
})

/** So many of the next are looked through for a neighbour … */
const RIVALS = 2
/** … that ranks lower by at most this. */
const CLOSE = 1

/** Neighbours that answer about as well are shown as one: which of them is meant is unsure, and one explains the other. */
function withNeighbour(alone: Stretch, place: number, ranked: readonly Ranked[]): Stretch {
  const { weighed, rank } = ranked[place]!
  const { analyzed } = weighed.passage
  for (const rival of ranked.slice(place + 1, place + 1 + RIVALS)) {
    if (rank - rival.rank > CLOSE) break
    if (rival.weighed.passage.analyzed !== analyzed) continue
    const joined = joinStretches(analyzed, alone, stretchOf(rival.weighed))
    if (joined) return joined
  }
  return alone
}

/** What only reports of a speaker, with the quotation after or before it: that is what is asked for. */
function withQuotations(
  report: Stretch,
  { passage: { analyzed, sentence } }: Weighed,
  inquiry: Inquiry,
  library: Library,
): Stretch[] {
  if (report.attribution?.kind !== 'indirect') return []
  const siblings = library.passages(analyzed.article.id)
  return [sentence + 1, sentence - 1].flatMap(at => {
    const passage = siblings[at]
    const attribution = passage && attributionFor(passage, inquiry)
    if (!attribution || !isMarked(analyzed, attribution)) return []
    const quoted = { span: wholeQuotation(analyzed, at, attribution), attribution }
    return joinQuoted(analyzed, report, quoted) ?? []
  })
}

const reasonOf = ({ question, speakers }: Inquiry): AbstentionReason => {
  if (!question.speaker) return isTalkAlone(question.text) ? 'no-words' : 'no-match'
  return speakers.length > 0 ? 'not-about-this' : 'no-such-speaker'
}

const askedFor = ({ question, speakers }: Inquiry): string =>
  speakers[0]?.name ?? question.speaker ?? question.text
