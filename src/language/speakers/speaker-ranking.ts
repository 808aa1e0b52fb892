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
export function rankerOf(
  weights: Readonly<Record<string, number>>,
): (task: Pick<RankingTask, 'sort' | 'candidates'>) => number[] {
  const bySort = new Map<ReferenceSort, ReadonlyMap<string, number>>()
  return ({ sort, candidates }) => {
    const own = bySort.get(sort) ?? weightsFor(sort, weights)
    bySort.set(sort, own)
    return softmax(candidates.map(features => score(own, features)))
  }
}

export const rankSpeakers: Ranker = rankerOf(WEIGHTS)

/** By feature: its weight for all sorts together ("ahead") and for this one ("missing/ahead"). */
function weightsFor(
  sort: ReferenceSort,
  weights: Readonly<Record<string, number>>,
): ReadonlyMap<string, number> {
  const own = new Map<string, number>()
  for (const [name, weight] of Object.entries(weights)) {
    const slash = name.indexOf('/')
    const feature = name.slice(slash + 1)
    if (slash < 0 || name.slice(0, slash) === sort) own.set(feature, (own.get(feature) ?? 0) + weight)
  }
  return own
}

function score(weights: ReadonlyMap<string, number>, features: Features): number {
  let sum = 0
  for (const name in features) sum += features[name]! * (weights.get(name) ?? 0)
  return sum
}

function softmax(scores: readonly number[]): number[] {
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  const powers = scores.map(value => Math.exp(value - highest))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map(value => value / total)
}
