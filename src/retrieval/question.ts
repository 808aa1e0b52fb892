import { ANSWER_THRESHOLD, answerConfidence, backgroundOf, rankOf } from './abstention.js'
import type { AbstentionReason, Answer, AnsweredQuote } from './answer.js'
import { answeredQuote } from './answered-quote.js'
import { type Inquiry, type Standing, type Weighed, weigh, weightsOf } from './evidence.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import { parseQuestion, type Question } from './parse-question.js'
import { matchQuote } from './quote-match.js'
import { coreOfName, type Found, type LibrarySpeaker } from './speaker-names.js'
import { isFunctionWord, wordsOf } from './words.js'

const CANDIDATES = 40
const MOST_QUOTES = 5
/** Mean rank of chance candidates on PolNeAR's development articles. */
const TYPICAL_RANK = 6.5
/** The least confidence that words without marks are a quotation. */
const SURE = 0.6

/** The sentences that answer a question, best first, or why there are none; `threshold` is the least confidence. */
export function answerQuestion(
  text: string,
  library: Library,
  scope: Scope,
  threshold = ANSWER_THRESHOLD,
): Answer {
  const question = parseQuestion(text)
  if (library.list(scope).length === 0)
    return { type: 'abstention', reason: 'no-articles', asked: text, closest: [] }
  if (question.quoted) {
    const said = saidByAnybody(question.quoted, question, library, scope, threshold)
    if (said) return said
  }
  const inquiry = inquireInto(question, library, scope)
  const ranked = rankedCandidates(inquiry, library, scope)
  const confidence = confidenceIn(ranked, inquiry, library)
  const quotes = ranked
    .slice(0, MOST_QUOTES)
    .map(({ weighed, rank }) => quoteOf(weighed, confidence * Math.exp(rank - ranked[0]!.rank)))
  if (quotes.length > 0 && confidence >= threshold) return { type: 'quotes', quotes }
  return {
    type: 'abstention',
    reason: reasonOf(inquiry),
    asked: askedFor(inquiry),
    closest: quotes.slice(0, 1),
  }
}

/** Who really said it; words without quotation marks may also only tell what a question is about. */
function saidByAnybody(
  words: string,
  question: Question,
  library: Library,
  scope: Scope,
  threshold: number,
): Answer | null {
  const said = matchQuote(
    `"${words.replaceAll('"', '')}" ${question.speaker ?? ''}`,
    library,
    scope,
    threshold,
  )
  if (question.marked) return said
  return said.type === 'quotes' && said.quotes[0]!.confidence >= SURE ? said : null
}

interface Ranked {
  weighed: Weighed
  rank: number
}

function rankedCandidates(inquiry: Inquiry, library: Library, scope: Scope): Ranked[] {
  const ranked = candidates(inquiry, library, scope).map(weighed => ({
    weighed,
    rank: rankOf(weighed.evidence),
  }))
  return ranked.sort((a, b) => b.rank - a.rank)
}

function confidenceIn(ranked: readonly Ranked[], inquiry: Inquiry, library: Library): number {
  const [first] = ranked
  if (!first) return 0
  return answerConfidence({
    first: first.weighed.evidence,
    rise:
      first.rank -
      backgroundOf(
        ranked.map(({ rank }) => rank),
        TYPICAL_RANK,
      ),
    asksForSpeaker: inquiry.question.speaker !== null,
    namesSpeaker: inquiry.question.namesSpeaker,
    speakerQuoted: inquiry.speakers.some(({ quotations }) => quotations > 0),
    unknown: unknownShare(inquiry, library),
  })
}

function inquireInto(question: Question, library: Library, scope: Scope): Inquiry {
  const words = question.speaker ? wordsOf(question.speaker).filter(({ key }) => !isFunctionWord(key)) : []
  return {
    question,
    topic: weightsOf(question.topic, library),
    speakers: question.speaker ? speakersMeant(question.speaker, library, scope) : [],
    described: weightsOf(words, library),
  }
}

/** By the whole words, else by the last words of them that name somebody ("clintons spokesman | fallon"). */
function speakersMeant(words: string, library: Library, scope: Scope): readonly LibrarySpeaker[] {
  const roster = library.roster(scope)
  const found = roster.find(words)
  const core = coreOfName(words)
  if (found.type !== 'none' && core.length === 1)
    return [...new Set([...roster.bearersOf(core), ...allOf(found)])]
  const known = allOf(found)
  return known.length > 0 ? known : roster.findByTail(words)
}

const allOf = <T>(found: Found<T>): readonly T[] => {
  if (found.type === 'none') return []
  return found.type === 'one' ? [found.value] : found.candidates
}

function candidates(inquiry: Inquiry, library: Library, scope: Scope): Weighed[] {
  const { question, speakers } = inquiry
  const topic = question.topic.map(word => word.text).join(' ')
  const found = new Map<LibraryPassage, Standing>()
  const search = (text: string, accepts?: (passage: LibraryPassage) => boolean): void => {
    const hits = library.search(text, scope, CANDIDATES, accepts ? { accepts } : {})
    const best = Math.max(...hits.map(({ relevance }) => relevance))
    for (const [place, { passage, relevance }] of hits.entries())
      if (!found.has(passage)) found.set(passage, { relevance: relevance / best, order: 1 / (1 + place) })
  }
  search(question.speaker ? `${question.speaker} ${topic}` : question.text)
  if (speakers.length > 0) search(topic, passage => isSaidBy(passage, speakers))
  return [...found].map(([passage, standing]) => weigh(passage, standing, inquiry, library))
}

export const isSaidBy = (
  { analyzed, attributions }: LibraryPassage,
  speakers: readonly LibrarySpeaker[],
): boolean =>
  attributions.some(index => {
    const { speaker } = analyzed.attributions[index]!
    return speaker !== null && speakers.some(({ members }) => members.get(analyzed.article.id) === speaker)
  })

function unknownShare({ topic, described }: Inquiry, library: Library): number {
  let total = 0
  let unknown = 0
  for (const [stem, weight] of [...topic, ...described]) {
    total += weight
    if (!library.isKnown(stem)) unknown += weight
  }
  return total === 0 ? 0 : unknown / total
}

const quoteOf = ({ passage, attribution }: Weighed, confidence: number): AnsweredQuote =>
  answeredQuote(passage.analyzed, passage.span, attribution, { confidence })

const reasonOf = ({ question, speakers }: Inquiry): AbstentionReason => {
  if (!question.speaker) return 'no-match'
  return speakers.length > 0 ? 'not-about-this' : 'no-such-speaker'
}

const askedFor = ({ question, speakers }: Inquiry): string =>
  speakers[0]?.name ?? question.speaker ?? question.text
