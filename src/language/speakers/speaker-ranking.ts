import { WEIGHTS } from './speaker-weights.js'

/** Sort of words to resolve; features weigh for all sorts together and for each alone. */
export type ReferenceSort = 'person' | 'thing' | 'plural' | 'nominal' | 'shared-name' | 'missing'

/** Named feature values of one candidate; absent is 0. */
export type Features = Readonly<Record<string, number>>

/** What is ranked: the place of the words asked about, and how a candidate is called (null: as written). */
export interface RankingTask {
  sort: ReferenceSort
  at: number
  candidates: readonly Features[]
  nameOf: (candidate: number) => string | null
}

/** The probability of each candidate. A ranker is a parameter so that the trainer can listen in. */
export type Ranker = (task: RankingTask) => number[]

/** Conditional logit: the softmax of a linear score over the candidates. */
export const rankSpeakers: Ranker = ({ sort, candidates }) =>
  softmax(candidates.map(features => score(WEIGHTS, sort, features)))

export function score(
  weights: Readonly<Record<string, number>>,
  sort: ReferenceSort,
  features: Features,
): number {
  let sum = 0
  for (const [name, value] of Object.entries(features)) {
    sum += value * ((weights[name] ?? 0) + (weights[`${sort}/${name}`] ?? 0))
  }
  return sum
}

export function softmax(scores: readonly number[]): number[] {
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const powers = scores.map(value => Math.exp(value - highest))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map(value => value / total)
}
