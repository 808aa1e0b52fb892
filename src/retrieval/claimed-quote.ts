import { textOf } from '../span.js'
import { ANSWER_THRESHOLD } from './abstention.js'
import type { Answer, AnsweredQuote, Denial } from './answer.js'
import { denialBefore, denyingWord, isDenying } from './denial.js'
import type { Match } from './find-matches.js'
import { coverage, type Inquiry } from './inquiry.js'
import type { Library, Scope } from './library.js'
import { shareOfMeaning } from './match-confidence.js'
import { answerOf, quoteOf, searchQuote } from './quote-match.js'
import { isBy } from './speaker-evidence.js'
import { wordsOf } from './words.js'

/** How much of the best score what the asked speaker said must reach to be meant. */
const OWN = 0.9
/** More than this share of the words of meaning is found where words without marks are a quotation. */
const STATED = 0.5
/** The least confidence that words without marks are a quotation. */
const SURE = 0.6

/**
 * Who said the words of "did X say …": what X said where X did, else whoever did, which `notSaidBy` tells. Null where words
 * without quotation marks only tell what the question is about.
 */
export function answerClaim(
  words: string,
  inquiry: Inquiry,
  library: Library,
  scope: Scope,
  threshold = ANSWER_THRESHOLD,
): Answer | null {
  const { question, speakers } = inquiry
  const asked = `"${words.replaceAll('"', '')}" ${question.speaker ?? ''}`
  const search = searchQuote(asked, library, scope)
  const { matches, beside, confidence } = search
  if (matches.length === 0 || confidence < (question.marked ? threshold : SURE))
    return question.marked ? answerOf(asked, search, threshold) : null
  if (!question.marked && shareOfMeaning(matches[0]!) <= STATED) return null
  const own = ownMatches(matches, inquiry)
  const shown = own.length > 0 ? own : beside
  const quotes = shown.map(match => withDenial(quoteOf(match, confidence), match, inquiry))
  const isOther = speakers.length > 0 && own.length === 0
  return { type: 'quotes', quotes, ...(isOther && { notSaidBy: speakers[0]!.name }) }
}

/** How much of what is asked about a sentence must hold to be held against it. */
const ABOUT_THIS = 0.7

/** The same of a sentence that only tells of what the speaker is asked to have said. */
export function withTopicalDenial(quote: AnsweredQuote, { question, topic }: Inquiry): AnsweredQuote {
  const { text } = quote.article
  const stems = new Set(wordsOf(text, quote.span).map(({ stem }) => stem))
  if (question.quoted === null || coverage(topic, stems) < ABOUT_THIS) return quote
  const asked = denyingWord(question.quoted, [0, question.quoted.length])
  const recorded = denyingWord(text, quote.span)
  if (asked && !recorded) return { ...quote, denial: { by: 'asked', words: textOf(question.quoted, asked) } }
  return recorded && !asked && !isDenying(question.verb)
    ? { ...quote, denial: { by: 'record', words: recorded } }
    : quote
}

/** What the asked speaker said of this, or passed on; a question somebody put is nobody else's statement. */
function ownMatches(matches: readonly Match[], { speakers }: Inquiry): Match[] {
  const best = matches[0]!.alignment.score
  return matches.filter(
    ({ passages, attribution, alignment }) =>
      alignment.score >= OWN * best &&
      attribution !== null &&
      [attribution, ...attribution.via].some(each => isBy(speakers, passages[0]!, each)),
  )
}

/** Told over the whole question: "did she deny that the quay will close" agrees with "She denied that it will". */
function withDenial(quote: AnsweredQuote, match: Match, { question }: Inquiry): AnsweredQuote {
  const { text } = quote.article
  const start = match.alignment.recorded[match.alignment.pairs[0]?.[1] ?? 0]?.start ?? quote.span[0]
  const before = denialBefore(text, quote.span, start)
  const { verb } = question
  const denials: (Denial | null | undefined)[] = [
    quote.denial,
    before && { by: 'record', words: before },
    isDenying(verb) ? { by: 'asked', words: verb } : null,
  ]
  const told = denials.filter(denial => denial != null)
  return { ...quote, denial: told.length % 2 === 1 ? told[0] : undefined }
}
