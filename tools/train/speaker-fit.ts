import { type Features, type ReferenceSort, rankerOf } from '../../src/language/speakers/speaker-ranking.js'

/** One choice with the candidates that are right. */
export interface SpeakerExample {
  sort: ReferenceSort
  candidates: readonly Features[]
  right: readonly number[]
}

export type Weights = Record<string, number>

const ROUNDS = 400
const RATE = 0.2

/**
 * Conditional logit by full-batch AdaGrad: maximises the log-probability of the right candidates, with an L2 penalty
 * that pulls every weight towards `prior`. Deterministic.
 */
export function fitSpeakers(examples: readonly SpeakerExample[], prior: Weights, penalty: number): Weights {
  const weights: Weights = { ...prior }
  const squares: Weights = {}
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = gradientOf(examples, weights)
    for (const name of Object.keys(weights))
      gradient[name] = (gradient[name] ?? 0) - penalty * pull(name, weights, prior)
    for (const [name, slope] of Object.entries(gradient)) {
      squares[name] = (squares[name] ?? 1e-6) + slope * slope
      weights[name] = (weights[name] ?? 0) + (RATE * slope) / Math.sqrt(squares[name])
    }
  }
  return weights
}

const pull = (name: string, weights: Weights, prior: Weights): number =>
  (weights[name] ?? 0) - (prior[name] ?? 0)

function gradientOf(examples: readonly SpeakerExample[], weights: Weights): Weights {
  const gradient: Weights = {}
  const rank = rankerOf(weights)
  for (const { sort, candidates, right } of examples) {
    const chances = rank({ sort, candidates })
    const rightChance = right.reduce((sum, index) => sum + chances[index]!, 0)
    for (const [index, features] of candidates.entries()) {
      const wanted = right.includes(index) ? chances[index]! / Math.max(rightChance, 1e-12) : 0
      addTo(gradient, sort, features, wanted - chances[index]!)
    }
  }
  return gradient
}

function addTo(gradient: Weights, sort: ReferenceSort, features: Features, factor: number): void {
  for (const [name, value] of Object.entries(features)) {
    gradient[name] = (gradient[name] ?? 0) + factor * value
    const own = `${sort}/${name}`
    gradient[own] = (gradient[own] ?? 0) + factor * value
  }
}
