import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { buildPassageIndex } from '../../src/retrieval/passages/passage-index.js'
import { Random } from './random.js'
import type { RankingGroup } from './ranking-trees.js'
import { statementOf } from './statements.js'

const taskSchema = z.object({
  passages: z.array(z.object({ id: z.number(), text: z.string(), context: z.string(), title: z.string() })),
  questions: z.array(z.object({ text: z.string(), gold: z.array(z.number()) })),
})

/** A question's candidates with the article its answer stands in. */
export interface RankingQuestion extends RankingGroup {
  title: string
}

export interface RankingTask {
  questions: RankingQuestion[]
  /** The same, of passages that stand alone. */
  bareQuestions: RankingQuestion[]
  /** What the questions say, without asking. */
  statements: RankingQuestion[]
  bareStatements: RankingQuestion[]
}

/** Passages and questions as eval/score-retrieval.mjs reads them. */
export function readRankingTask(file: string, candidates: number): RankingTask {
  const { passages, questions } = taskSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const known = new Map(passages.map(passage => [passage.id, passage]))
  const random = new Random(7)
  const statements = questions.map(({ text, gold }) => ({
    text: statementOf(text, known.get(gold[0] ?? -1)?.text ?? '', random),
    gold,
  }))
  const full = buildPassageIndex(passages)
  const bare = buildPassageIndex(passages.map(({ id, text }) => ({ id, text })))
  const groupsOf = (index: typeof full, asked: typeof questions): RankingQuestion[] =>
    asked.map(({ text, gold }) => {
      const found = index.explain(text, candidates)
      return {
        title: known.get(gold[0] ?? -1)?.title ?? '',
        rows: found.map(({ features }) => features),
        gold: found.map(({ id }) => gold.includes(id)),
      }
    })
  return {
    questions: groupsOf(full, questions),
    bareQuestions: groupsOf(bare, questions),
    statements: groupsOf(full, statements),
    bareStatements: groupsOf(bare, statements),
  }
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
