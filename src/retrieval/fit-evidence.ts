import type { AnalyzedArticle } from '../language/analysis.js'
import { textOf } from '../span.js'
import { Amount, type AmountTest } from './amounts.js'
import { nearestTo, traitsOf } from './answer-evidence.js'
import { TIME } from './answer-kind.js'
import type { Inquiry } from './inquiry.js'
import type { LibraryPassage } from './library.js'
import type { AnswerKind } from './parse-question.js'
import { Trait } from './passages/word-traits.js'
import { SoughtWords } from './sought-words.js'
import type { Surroundings } from './topic-evidence.js'
import { type Word, wordsOf } from './words.js'

/** Whether a sentence holds the very thing that is asked for, and not only words of its kind. */
export const FIT_EVIDENCE = [
  /** People, places, times, numbers or names that the question does not have, at most 3; 1 where none of these is asked for. */
  'fits',
  /** How near the nearest of them stands to the question's words. */
  'fit near',
  /** What it holds of the amount asked for (`Amount`): nothing is lacking where none is. */
  'amount',
  /** Share of the topic's weight without the word for the kind asked for: "which state". */
  'topic but kind',
] as const

const FITS_UNASKED = 1
const MOST_FITS = 3

/** What is the same for all sentences. */
interface Sought {
  amountIn: AmountTest | null
  butKind: SoughtWords
}

const KIND_ASKED_FOR = /\b(?:which|what|whose) (?:(?:kind|sort|type) of )?(\p{L}{1,30})/iu

/** Without what of the topic (`whole`) an answer need not repeat: "which state has …" is answered by "Ohio has …". */
export function topicButKind({ question, topic, related }: Inquiry, whole: SoughtWords): SoughtWords {
  const [kind] = wordsOf(KIND_ASKED_FOR.exec(question.text)?.[1] ?? '')
  if (!kind || !topic.has(kind.stem) || topic.size === 1) return whole
  return new SoughtWords(new Map([...topic].filter(([stem]) => stem !== kind.stem)), related)
}

/** In the order of `FIT_EVIDENCE`. */
export function fitEvidence(
  { topic, described, question }: Inquiry,
  passage: LibraryPassage,
  { words, stems }: Surroundings,
  { amountIn, butKind }: Sought,
): number[] {
  const amount = amountIn?.(textOf(passage.analyzed.article.text, passage.span)) ?? Amount.asked
  const covered = butKind.coverage(butKind.findIn(stems))
  const fitting = fittingPlaces(question.answer, passage, words)
  if (fitting === null) return [FITS_UNASKED, 0, amount, covered]
  const weight = (word: Word) => topic.get(word.stem) ?? described.get(word.stem)
  const fresh = fitting.filter(at => weight(words[at]!) === undefined)
  const total = [...topic.values()].reduce((sum, each) => sum + each, 0) || 1
  return [Math.min(MOST_FITS, fresh.length), nearestTo(words, fresh, weight) / total, amount, covered]
}

type Reader = (words: readonly Word[], passage: LibraryPassage) => number[]

const READERS: Readonly<Partial<Record<AnswerKind, Reader>>> = {
  person: peopleIn,
  place: placesIn,
  time: timesIn,
  number: numbersIn,
  name: namesIn,
}

// Sentences are weighed again and again.
const remembered = new WeakMap<readonly Word[], Map<AnswerKind, readonly number[]>>()

/** Which words may answer a question of this kind; null where any may. */
function fittingPlaces(
  kind: AnswerKind,
  passage: LibraryPassage,
  words: readonly Word[],
): readonly number[] | null {
  const read = READERS[kind]
  if (!read) return null
  const known = remembered.get(words) ?? new Map<AnswerKind, readonly number[]>()
  remembered.set(words, known)
  const places = known.get(kind) ?? read(words, passage)
  known.set(kind, places)
  return places
}

const namedPeople = new WeakMap<AnalyzedArticle, ReadonlyMap<number, number>>()

/** Where an article names people: from the start of each name to its end. */
function peopleOf(analyzed: AnalyzedArticle): ReadonlyMap<number, number> {
  const known = namedPeople.get(analyzed)
  if (known) return known
  const found = new Map<number, number>()
  for (const { kind, named, mentions } of analyzed.speakers)
    if (kind === 'person' && named) for (const [start, end] of mentions) found.set(start, end)
  namedPeople.set(analyzed, found)
  return found
}

const isCapital = ({ text }: Word): boolean => /^\p{Lu}/u.test(text)

/** The last word of each name: the family name. */
function peopleIn(words: readonly Word[], { analyzed }: LibraryPassage): number[] {
  const people = peopleOf(analyzed)
  return words.flatMap((word, at) => {
    const end = people.get(word.start)
    if (end === undefined || !isCapital(word)) return []
    let last = at
    while (last + 1 < words.length && words[last + 1]!.end <= end) last++
    return [last]
  })
}

const BEFORE_PLACE = new Set('in at near from outside across inside to on of around'.split(' '))

function placesIn(words: readonly Word[], { analyzed }: LibraryPassage): number[] {
  const people = peopleOf(analyzed)
  const traits = traitsOf(words)
  return words.flatMap(({ start }, at) => {
    if (!(traits[at]! & Trait.capital) || traits[at]! & Trait.date || people.has(start)) return []
    const before = words[at - 1]?.key === 'the' ? words[at - 2] : words[at - 1]
    return before && BEFORE_PLACE.has(before.key) ? [at] : []
  })
}

const EVERY_TIME = new RegExp(TIME, 'g')

function timesIn(words: readonly Word[], { analyzed, span }: LibraryPassage): number[] {
  const found: number[] = []
  let at = 0
  for (const { index, 0: time } of textOf(analyzed.article.text, span).matchAll(EVERY_TIME)) {
    const from = span[0] + index
    while (at < words.length && words[at]!.end <= from) at++
    if (at < words.length && words[at]!.start < from + time.length) found.push(at)
  }
  return found
}

const COUNTING = Trait.number | Trait.quantity | Trait.money | Trait.percent

/** No years and no days of a month. */
function numbersIn(words: readonly Word[]): number[] {
  const traits = traitsOf(words)
  return words.flatMap((_, at) => {
    if (!(traits[at]! & COUNTING) || traits[at]! & (Trait.year | Trait.date)) return []
    return at > 0 && traits[at - 1]! & Trait.date ? [] : [at]
  })
}

/** The first word of each name. */
function namesIn(words: readonly Word[]): number[] {
  return words.flatMap((word, at) =>
    at > 0 && isCapital(word) && !isCapital(words[at - 1]!) && word.text !== 'I' ? [at] : [],
  )
}
