import type { Attribution } from '../language/analysis.js'
import { overlaps, textOf } from '../span.js'
import { holdsAnswer } from './answer-kind.js'
import type { Library, LibraryPassage } from './library.js'
import type { Question } from './parse-question.js'
import type { LibrarySpeaker } from './speaker-names.js'
import { isFunctionWord, type Word, wordsOf } from './words.js'

/** A question with what the library knows of its words and its speaker. */
export interface Inquiry {
  question: Question
  /** Each topical stem with what it tells. */
  topic: ReadonlyMap<string, number>
  /** Who may be meant as the speaker; empty when nobody is asked for, or nobody known. */
  speakers: readonly LibrarySpeaker[]
  /** The stems of the words that name or describe the speaker. */
  described: ReadonlyMap<string, number>
}

/** What speaks for a passage as the answer; each in [0, 1]. */
export interface Evidence {
  /** Share of the topic's weight in the sentence, and in it together with what stands around it. */
  topic: number
  around: number
  /** Share of the topic's weight in the whole quotation that the sentence belongs to. */
  quotation: number
  /** The index's relevance, as a share of the best; and its order, the first 1. */
  relevance: number
  order: number
  /** Whether the asked speaker said it. */
  speaker: number
  /** The same where a name is asked for, also when only the name of who said it agrees. */
  named: number
  /** Share of the speaker's words in the name and aliases of who said it, or beside it. */
  described: number
  /** Said by anybody, where a speaker is asked for. */
  attributed: number
  /** Holds a number, time … where one is asked for. */
  answer: number
  /** Neighbouring topical words of the question that are neighbours in the sentence. */
  pairs: number
}

export interface Weighed {
  passage: LibraryPassage
  attribution: Attribution | null
  evidence: Evidence
}

export const weightsOf = (words: readonly Word[], library: Library): Map<string, number> =>
  new Map(words.map(({ stem }) => [stem, library.weightOf(stem)]))

/** What `found` has of the weight of `wanted`. */
export function coverage(wanted: ReadonlyMap<string, number>, found: ReadonlySet<string>): number {
  let total = 0
  let has = 0
  for (const [stem, weight] of wanted) {
    total += weight
    if (found.has(stem)) has += weight
  }
  return total === 0 ? 0 : has / total
}

const AROUND = 2

/** What the index says of a passage. */
export interface Standing {
  relevance: number
  order: number
}

export function weigh(
  passage: LibraryPassage,
  standing: Standing,
  inquiry: Inquiry,
  library: Library,
): Weighed {
  const { analyzed, span, sentence } = passage
  const { article } = analyzed
  const words = library.words(passage)
  const stems = new Set(words.map(({ stem }) => stem))
  const neighbours = library.passages(article.id).slice(Math.max(0, sentence - AROUND), sentence + AROUND + 1)
  const around = new Set(wordsOf(article.title).map(({ stem }) => stem))
  for (const neighbour of neighbours) for (const { stem } of library.words(neighbour)) around.add(stem)
  const attribution = attributionFor(passage, inquiry)
  const speaker = attribution && isBy(inquiry.speakers, passage, attribution) ? 1 : 0
  const described = describedBy(passage, attribution, inquiry, around)
  const isNamed = speaker > 0 || (attribution !== null && described > 0.99)
  return {
    passage,
    attribution,
    evidence: {
      topic: coverage(inquiry.topic, stems),
      around: coverage(inquiry.topic, around),
      quotation: attribution ? coverage(inquiry.topic, stemsOfContent(passage, attribution)) : 0,
      ...standing,
      speaker,
      named: inquiry.question.namesSpeaker && isNamed ? 1 : 0,
      described,
      attributed: attribution && inquiry.question.speaker ? 1 : 0,
      answer: holdsAnswer(inquiry.question.answer, textOf(article.text, span)) ? 1 : 0,
      pairs: neighbouringPairs(inquiry.question.topic, words),
    },
  }
}

const isBy = (
  speakers: readonly LibrarySpeaker[],
  { analyzed }: LibraryPassage,
  { speaker }: Attribution,
): boolean => speaker !== null && speakers.some(({ members }) => members.get(analyzed.article.id) === speaker)

/** Of the attributions of a sentence: the asked speaker's, else the one with the most content in it. */
function attributionFor(passage: LibraryPassage, { speakers }: Inquiry): Attribution | null {
  const { analyzed, attributions, span } = passage
  const touching = attributions.map(index => analyzed.attributions[index]!)
  const asked = touching.findLast(attribution => isBy(speakers, passage, attribution))
  if (asked) return asked
  const within = ({ content }: Attribution) =>
    content.reduce(
      (sum, [start, end]) => sum + Math.max(0, Math.min(end, span[1]) - Math.max(start, span[0])),
      0,
    )
  return touching.reduce<Attribution | null>(
    (most, next) => (most && within(most) >= within(next) ? most : next),
    null,
  )
}

function stemsOfContent({ analyzed }: LibraryPassage, { content }: Attribution): Set<string> {
  const { article, sentences } = analyzed
  const whole = sentences.filter(sentence => content.some(span => overlaps(span, sentence)))
  return new Set(whole.flatMap(span => wordsOf(article.text, span).map(({ stem }) => stem)))
}

function describedBy(
  { analyzed }: LibraryPassage,
  attribution: Attribution | null,
  { described }: Inquiry,
  around: ReadonlySet<string>,
): number {
  if (described.size === 0) return 0
  const speaker = attribution?.speaker == null ? null : analyzed.speakers[attribution.speaker]
  const names = speaker ? [speaker.name, ...speaker.aliases].join(' ') : ''
  const named = coverage(described, new Set(wordsOf(names).map(({ stem }) => stem)))
  return Math.max(named, 0.6 * coverage(described, around))
}

function neighbouringPairs(topic: readonly Word[], words: readonly Word[]): number {
  if (topic.length < 2) return 0
  const next = new Set<string>()
  const topical = words.filter(({ key }) => !isFunctionWord(key))
  for (const [i, { stem }] of topical.entries()) {
    for (const other of topical.slice(i + 1, i + 3))
      next.add(`${stem} ${other.stem}`).add(`${other.stem} ${stem}`)
  }
  const pairs = topic.slice(1).filter(({ stem }, i) => next.has(`${topic[i]!.stem} ${stem}`))
  return pairs.length / (topic.length - 1)
}
