import { sumsOfTrees } from '../../boosted-trees.js'
import type { Candidate } from './candidates.js'
import { RANKING_TREES } from './ranking-model.js'

export interface RankedCandidate extends Candidate {
  /** By BM25F; `score` is then that of the learned order. */
  relevance: number
}

/**
 * Puts the first candidates, those that `features` are given for, in the learned order; the others stay behind them.
 * Scores are the softmax over the learned ones, which is what the model was trained to make right.
 */
export function rerank(
  candidates: readonly Candidate[],
  features: readonly (readonly number[])[],
): RankedCandidate[] {
  const sums = [...sumsOfTrees(RANKING_TREES, features)]
  const highest = Math.max(...sums)
  const powers = sums.map(sum => Math.exp(sum - highest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const first = powers
    .map((power, index) => ({
      slot: candidates[index]!.slot,
      score: power / total,
      relevance: candidates[index]!.score,
    }))
    .sort((a, b) => b.score - a.score)
  return [...first, ...scaledBelow(candidates.slice(features.length), first.at(-1)?.score ?? 1)]
}

/** Falling from at most `ceiling`. */
function scaledBelow(candidates: readonly Candidate[], ceiling: number): RankedCandidate[] {
  const best = candidates[0]?.score ?? 1
  return candidates.map(({ slot, score }) => ({ slot, score: (ceiling * score) / best, relevance: score }))
}
