import { sumsOfTrees } from '../../boosted-trees.js'
import { isQuestion } from './answer-type.js'
import type { Candidate } from './candidates.js'
import { QUESTION_TREES } from './question-trees.js'
import { STATEMENT_TREES } from './statement-trees.js'

export interface RankedCandidate extends Candidate {
  /** By BM25F; `score` is then that of the learned order. */
  relevance: number
}

/**
 * Puts the first candidates, those that `features` are given for, in the order learned for questions or for statements,
 * whichever `text` is; the others stay behind them. Scores are the softmax over the learned ones, which is what the trees
 * were trained to make right.
 */
export function rerank(
  text: string,
  candidates: readonly Candidate[],
  features: readonly (readonly number[])[],
): RankedCandidate[] {
  const sums = [...sumsOfTrees(isQuestion(text) ? QUESTION_TREES : STATEMENT_TREES, features)]
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
