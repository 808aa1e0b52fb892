import type { Evidence } from './evidence.js'

/** The least probability of being right that an answer to a question must have. */
export const ANSWER_THRESHOLD = 0.5

/** What an answer is ranked by. */
export const rankOf = (evidence: Evidence): number => weighted(evidence, RANK_WEIGHTS)

/** What the whole list of candidates says about the first. */
export interface Standing {
  first: Evidence
  /** By how much the first is ahead of the second. */
  margin: number
  /** Whether a speaker is asked for, and whether anybody of that name is known. */
  asksForSpeaker: boolean
  speakerKnown: boolean
  /** Share of the topic's weight in words that stand nowhere in the library. */
  unknown: number
}

const RANK_WEIGHTS: Record<keyof Evidence, number> = {
  topic: 3,
  around: 1.5,
  quotation: 1,
  nearness: 2,
  speaker: 2,
  described: 1.5,
  attributed: 0,
  answer: 0.5,
  pairs: 0.7,
}

/** The probability that the first answer is right. */
export function confidenceOf({ first, margin, asksForSpeaker, speakerKnown, unknown }: Standing): number {
  const score =
    -2 +
    4 * first.topic +
    2 * first.around +
    (asksForSpeaker ? 2 * first.speaker + first.described - 1.5 : 0) -
    (asksForSpeaker && !speakerKnown ? 0.5 : 0) -
    3 * unknown +
    margin
  return 1 / (1 + Math.exp(-score))
}

function weighted(evidence: Evidence, weights: Readonly<Record<keyof Evidence, number>>): number {
  let sum = 0
  for (const name of Object.keys(weights) as (keyof Evidence)[]) sum += weights[name] * evidence[name]
  return sum
}
