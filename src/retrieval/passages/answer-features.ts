import { TRAITS_OF_ANSWER } from './answer-type.js'
import type { QuestionTerm, RankedPassage, RankedQuestion } from './ranked.js'
import { Trait } from './word-traits.js'

/** The kinds of words counted, bits of their traits. */
export const COUNTED = [
  Trait.capital,
  Trait.number,
  Trait.year,
  Trait.date,
  Trait.quantity,
  Trait.money,
  Trait.percent,
  Trait.personTitle,
  Trait.unit,
  Trait.role,
  Trait.place,
  Trait.reason,
]

/** How many words can be the answer, and how near the best of them stands to the question's words. */
export function pushAnswer(
  row: number[],
  { type, terms, weight }: RankedQuestion,
  passage: RankedPassage,
): void {
  const { places } = passage
  const wanted = TRAITS_OF_ANSWER[type]
  let count = 0
  let nearest = 0
  for (let at = 0; at < places.length; at++) {
    if (places[at]! >= 0 || !(traitsAt(passage, at) & wanted)) continue
    if (++count > 12) continue
    nearest = Math.max(nearest, nearness(places, at, terms))
  }
  row.push(Math.min(count, 12), nearest / weight)
}

const REACH = 12

function nearness(places: readonly number[], at: number, terms: readonly QuestionTerm[]): number {
  let sum = 0
  const end = Math.min(places.length, at + REACH)
  for (let other = Math.max(0, at - REACH); other < end; other++) {
    const place = places[other]!
    if (place >= 0) sum += terms[place]!.idf / (1 + Math.abs(other - at))
  }
  return sum
}

/** A sentence's first word is written large whatever it is. */
const traitsAt = ({ traits }: RankedPassage, at: number): number =>
  at === 0 ? traits[at]! & ~Trait.capital : traits[at]!

/** How many words of each kind the passage has that the question has not. */
export function pushNewWords(row: number[], passage: RankedPassage): void {
  const { places } = passage
  const first = row.length
  for (let kind = 0; kind < COUNTED.length; kind++) row.push(0)
  for (let at = 0; at < places.length; at++) {
    const traits = traitsAt(passage, at)
    if (places[at]! >= 0 || traits === 0) continue
    for (let kind = 0; kind < COUNTED.length; kind++) if (traits & COUNTED[kind]!) row[first + kind]!++
  }
}
