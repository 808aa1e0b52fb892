import { textOf } from '../span.js'
import { holdsAnswer } from './answer-kind.js'
import { isLeaning } from './answered-quote.js'
import type { Inquiry } from './inquiry.js'
import type { LibraryPassage } from './library.js'
import type { AnswerKind } from './parse-question.js'
import { Trait, wordTraits } from './passages/word-traits.js'
import { stemsOf } from './stems.js'
import { isHeadline } from './title-words.js'
import { isFunctionWord, type Word } from './words.js'

/** How a sentence looks as an answer to this kind of question. */
export const ANSWER_EVIDENCE = [
  /** Holds a number, a time … where one is asked for. */
  'answer',
  /** Words of the kind asked for that the question has not, at most 6; and how near the nearest stands to its words. */
  'answers',
  'answer near',
  /** Whether numbers and names of the question are lacking. */
  'numbers lacking',
  'length',
  /** It only says what comes. */
  'headline',
  'position',
  /** Asks itself, or leans on the sentence before. */
  'asks',
  'leans',
  /** New words that are no function words: what there is to tell. */
  'news',
] as const

const WANTED: Readonly<Record<AnswerKind, number>> = {
  number: Trait.number | Trait.quantity | Trait.money | Trait.percent,
  time: Trait.year | Trait.date | Trait.number,
  place: Trait.capital | Trait.place,
  person: Trait.capital,
  name: Trait.capital,
  reason: Trait.reason,
  any: 0,
}

const MOST_ANSWERS = 6
const REACH = 10

/** In the order of `ANSWER_EVIDENCE`. */
export function answerEvidence(
  { topic, described, question }: Inquiry,
  { analyzed, span, sentence }: LibraryPassage,
  words: readonly Word[],
): number[] {
  const { text } = analyzed.article
  const asked = (word: Word) => topic.get(word.stem) ?? described.get(word.stem)
  const wanted = WANTED[question.answer]
  const places = placesOf(wanted, words).filter(at => asked(words[at]!) === undefined)
  const total = [...topic.values()].reduce((sum, weight) => sum + weight, 0) || 1
  const stems = stemsOf(words)
  const news = words.filter(word => asked(word) === undefined && !isFunctionWord(word.key)).length
  return [
    holdsAnswer(question.answer, textOf(text, span)) ? 1 : 0,
    Math.min(MOST_ANSWERS, places.length),
    nearestTo(words, places, asked) / total,
    question.topic.filter(({ text: word, stem }) => /\d/.test(word) && !stems.has(stem)).length,
    Math.log2(words.length + 1),
    sentence === 0 && isHeadline(analyzed.article, span) ? 1 : 0,
    sentence / analyzed.sentences.length,
    text.slice(span[0], span[1]).trimEnd().endsWith('?') ? 1 : 0,
    isLeaning(text, span) ? 1 : 0,
    Math.min(20, news),
  ]
}

/** Where words stand that have one of the traits. */
function placesOf(wanted: number, words: readonly Word[]): number[] {
  const places: number[] = []
  if (wanted === 0) return places
  const traits = traitsOf(words)
  for (let at = 0; at < traits.length; at++) if ((traits[at]! & wanted) !== 0) places.push(at)
  return places
}

const remembered = new WeakMap<readonly Word[], Uint16Array>()

export function traitsOf(words: readonly Word[]): Uint16Array {
  const known = remembered.get(words)
  if (known) return known
  const traits = Uint16Array.from(words, ({ text }) => wordTraits(text))
  // A sentence's first word is written large whatever it is.
  if (traits.length > 0) traits[0]! &= ~Trait.capital
  remembered.set(words, traits)
  return traits
}

type Weight = (word: Word) => number | undefined

/** Of the words at `places`, how near the nearest stands to those that have a weight; 0 where none does. */
export const nearestTo = (words: readonly Word[], places: readonly number[], weight: Weight): number =>
  places.reduce((most, at) => Math.max(most, nearness(words, at, weight)), 0)

function nearness(words: readonly Word[], at: number, weight: Weight): number {
  let sum = 0
  for (let other = Math.max(0, at - REACH); other < Math.min(words.length, at + REACH); other++)
    sum += (weight(words[other]!) ?? 0) / (1 + Math.abs(other - at))
  return sum
}
