import { sumsOfTrees } from '../../boosted-trees.js'
import type { SearchKind } from './answer-type.js'
import type { Candidate } from './candidates.js'
import { QUESTION_TREES } from './question-trees.js'
import { STATEMENT_TREES } from './statement-trees.js'

const TREES = { question: QUESTION_TREES, statement: STATEMENT_TREES }

export interface RankedCandidate extends Candidate {
  /** By BM25F; `score` is then that of the learned order. */
  relevance: number
}

/**
 * Puts the first candidates, those that `features` are given for, in the order learned for questions or for statements; the
 * others stay behind them. Scores are the softmax over the learned ones, which is what the trees
 * were trained to make right.
 */
export function rerank(
  kind: SearchKind,
  candidates: readonly Candidate[],
  features: readonly (readonly number[])[],
): RankedCandidate[] {
  const sums = [...sumsOfTrees(TREES[kind], features)]
  const highest = Math.max(...sums)
  return sharedOut(
    candidates,
    sums.map(sum => Math.exp(sum - highest)),
  )
}

/** Leaves them in the order of BM25F, of which each of the first, so many, has its share for a score. */
export const unranked = (candidates: readonly Candidate[], first: number): RankedCandidate[] =>
  sharedOut(
    candidates,
    candidates.slice(0, first).map(({ score }) => score),
  )

/** The first of the candidates, by what each is worth, with its share of it. */
function sharedOut(candidates: readonly Candidate[], worths: readonly number[]): RankedCandidate[] {
  const total = worths.reduce((sum, worth) => sum + worth, 0)
  const first = worths
    .map((worth, index) => ({
      slot: candidates[index]!.slot,
      score: worth / total,
      relevance: candidates[index]!.score,
    }))
    .sort((a, b) => b.score - a.score)
  return [...first, ...scaledBelow(candidates.slice(worths.length), first.at(-1)?.score ?? 1)]
}

/** Falling from at most `ceiling`. */
function scaledBelow(candidates: readonly Candidate[], ceiling: number): RankedCandidate[] {
  const best = candidates[0]?.score ?? 1
  return candidates.map(({ slot, score }) => ({ slot, score: (ceiling * score) / best, relevance: score }))
}
