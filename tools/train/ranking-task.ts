import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { buildPassageIndex } from '../../src/retrieval/passages/passage-index.js'
import type { RankingGroup } from './ranking-trees.js'

const taskSchema = z.object({
  passages: z.array(z.object({ id: z.number(), text: z.string(), context: z.string(), title: z.string() })),
  questions: z.array(z.object({ text: z.string(), gold: z.array(z.number()) })),
})

/** A question's candidates with the article its answer stands in. */
export interface RankingQuestion extends RankingGroup {
  title: string
}

/** Passages and questions as eval/score-retrieval.mjs reads them. */
export function readRankingTask(file: string, candidates: number): RankingQuestion[] {
  const { passages, questions } = taskSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const index = buildPassageIndex(passages)
  const titles = new Map(passages.map(({ id, title }) => [id, title]))
  return questions.map(({ text, gold }) => {
    const found = index.explain(text, candidates)
    return {
      title: titles.get(gold[0] ?? -1) ?? '',
      rows: found.map(({ features }) => features),
      gold: found.map(({ id }) => gold.includes(id)),
    }
  })
}

export interface RankingFigures {
  questions: number
  p1: number
  mrr10: number
  r10: number
}

/** Per cent; `scores` are the candidates' in the new order of merit, ties to the earlier. */
export function figuresOf<G extends RankingGroup>(
  groups: readonly G[],
  scoresOf: (group: G) => readonly number[],
): RankingFigures {
  const sums = { p1: 0, mrr10: 0, r10: 0 }
  for (const group of groups) {
    const scores = scoresOf(group)
    const order = scores.map((_, index) => index).sort((a, b) => scores[b]! - scores[a]! || a - b)
    const rank = order.findIndex(index => group.gold[index]) + 1
    if (rank === 1) sums.p1++
    if (rank > 0 && rank <= 10) {
      sums.mrr10 += 1 / rank
      sums.r10++
    }
  }
  const share = (sum: number) => Number(((100 * sum) / groups.length).toFixed(1))
  return { questions: groups.length, p1: share(sums.p1), mrr10: share(sums.mrr10), r10: share(sums.r10) }
}
