import { TRAITS_OF_ANSWER } from './answer-type.js'
import type { RankedPassage, RankedQuestion } from './ranked.js'

/** No possible answer within this many words of what is asked for. */
const FAR = 30
const REACH = 8

/** How much of what the question asks for ("which yard line …") stands here, and how near a possible answer. */
export function pushFocus(
  row: number[],
  { focus, terms, type }: RankedQuestion,
  passage: RankedPassage,
): void {
  const { found } = passage
  let total = 0
  let here = 0
  let around = 0
  for (const place of focus) {
    const { idf } = terms[place]!
    total += idf
    if (found.has(place)) here += idf
    if (found.has(place) || passage.context.has(place)) around += idf
  }
  row.push(total > 0 ? here / total : -1, total > 0 ? around / total : -1)
  row.push(distanceToAnswer(focus, passage, TRAITS_OF_ANSWER[type]))
}

function distanceToAnswer(
  focus: readonly number[],
  { traits, places }: RankedPassage,
  wanted: number,
): number {
  let distance = FAR
  for (let at = 0; at < places.length; at++) {
    if (!focus.includes(places[at]!)) continue
    const end = Math.min(places.length, at + REACH + 1)
    for (let other = Math.max(0, at - REACH); other < end; other++)
      if (places[other]! < 0 && traits[other]! & wanted) distance = Math.min(distance, Math.abs(other - at))
  }
  return distance
}
