import { ANSWER_THRESHOLD, confidenceOf, rankOf } from './abstention.js'
import type { AbstentionReason, Answer, AnsweredQuote } from './answer.js'
import { answeredQuote } from './answered-quote.js'
import { type Inquiry, type Weighed, weigh, weightsOf } from './evidence.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import { parseQuestion, type Question } from './parse-question.js'
import { matchQuote } from './quote-match.js'
import { coreOfName, type LibrarySpeaker } from './speaker-names.js'
import { isFunctionWord, wordsOf } from './words.js'

const CANDIDATES = 40
const MOST_QUOTES = 5

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
    const said = matchQuote(
      `"${question.quoted.replaceAll('"', '')}" ${question.speaker ?? ''}`,
      library,
      scope,
    )
    if (said.type === 'quotes') return said
  }
  const inquiry = inquireInto(question, library, scope)
  const ranked = candidates(inquiry, library, scope)
    .map(weighed => ({ ...weighed, rank: rankOf(weighed.evidence) }))
    .sort((a, b) => b.rank - a.rank)
  const [first, second] = ranked
  if (!first) return { type: 'abstention', reason: reasonOf(inquiry), asked: askedFor(inquiry), closest: [] }
  const confidence = confidenceOf({
    first: first.evidence,
    margin: first.rank - (second?.rank ?? 0),
    asksForSpeaker: question.speaker !== null,
    speakerKnown: inquiry.speakers.length > 0,
    unknown: unknownShare(inquiry, library),
  })
  const quotes = ranked
    .slice(0, MOST_QUOTES)
    .map((weighed, i) =>
      quoteOf(weighed, i === 0 ? confidence : confidence * Math.exp(weighed.rank - first.rank)),
    )
  if (confidence >= threshold) return { type: 'quotes', quotes }
  return {
    type: 'abstention',
    reason: reasonOf(inquiry),
    asked: askedFor(inquiry),
    closest: quotes.slice(0, 1),
  }
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
  const found = library.findSpeaker(words, scope)
  if (found.type === 'one') return [found.value]
  if (found.type === 'many') return found.candidates
  const core = coreOfName(words)
  const roster = library.roster(scope)
  for (let length = Math.min(3, core.length); length > 0; length--) {
    const bearers = roster.bearersOf(core.slice(-length))
    if (bearers.length > 0) return bearers
  }
  return []
}

function candidates(inquiry: Inquiry, library: Library, scope: Scope): Weighed[] {
  const { question, speakers } = inquiry
  const topic = question.topic.map(word => word.text).join(' ')
  const found = new Map<LibraryPassage, number>()
  const search = (text: string, accepts?: (passage: LibraryPassage) => boolean): void => {
    const hits = library.search(text, scope, CANDIDATES, accepts ? { accepts } : {})
    const best = hits[0]?.score ?? 1
    for (const { passage, score } of hits) found.set(passage, Math.max(found.get(passage) ?? 0, score / best))
  }
  search(question.speaker ? `${question.speaker} ${topic}` : question.text)
  if (speakers.length > 0) search(topic, passage => isSaidBy(passage, speakers))
  return [...found].map(([passage, nearness]) => weigh(passage, nearness, inquiry, library))
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
