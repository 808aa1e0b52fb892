import { readFileSync } from 'node:fs'
import { buildPassageIndex } from '../../src/ingest/build-passage-index.js'
import { isQuestion } from '../../src/retrieval/passages/answer-type.js'
import type { Passage } from '../../src/retrieval/passages/passage.js'
import { squadSchema } from './libraries.js'
import { Random } from './random.js'
import type { RankingGroup } from './ranking-trees.js'
import { statementOf } from './statements.js'
import { readWrittenClaims, type WrittenTranscript } from './written-claims.js'

/** What is asked or stated, with where it stands. */
interface Asked {
  text: string
  /** The article or the transcript it is about. */
  title: string
  gold: readonly number[]
}

/** The candidates for a question or a statement. */
export interface RankedText extends RankingGroup {
  title: string
}

/** Passages and questions as eval/score-retrieval.mjs reads them. */
type Task = ReturnType<typeof readTask>

export function readTask(file: string) {
  const { passages, questions } = squadSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const known = new Map(passages.map(passage => [passage.id, passage]))
  const asked = questions.map(({ text, gold }) => ({ text, gold, passage: known.get(gold[0] ?? -1) }))
  return {
    passages,
    asked: asked.flatMap(({ text, gold, passage }) =>
      passage ? [{ text, gold, title: passage.title, sentence: passage.text }] : [],
    ),
  }
}

/** Without those that the index does not take for questions, which another order is for. */
export const rankedQuestions = ({ passages, asked }: Task, candidates: number): RankedText[] =>
  candidatesFor(
    passages,
    asked.filter(({ text }) => isQuestion(text)),
    candidates,
  )

/** Every so many of the questions are also taken for what they say without asking. */
const STATED = 3

/** How a transcript's lines may be given: what of them is a line's context, if anything. */
type Layout = (lines: readonly string[], line: number, transcript: number) => string | undefined
const LAYOUTS: Readonly<Record<string, { context: Layout; hasContext: boolean; isTitled: boolean }>> = {
  alone: { context: () => undefined, hasContext: false, isTitled: false },
  'with title': { context: () => undefined, hasContext: false, isTitled: true },
  'among their neighbours': {
    context: (lines, line, transcript) => {
      const reach = 1 + (transcript % 3)
      return lines.slice(Math.max(0, line - reach), line + reach + 1).join(' ')
    },
    hasContext: true,
    isTitled: true,
  },
  'in parts': {
    context: (lines, line, transcript) => {
      const size = PART_SIZES[transcript % PART_SIZES.length]!
      const start = line - (line % size)
      return lines.slice(start, start + size).join(' ')
    },
    hasContext: true,
    isTitled: true,
  },
}
/** In lines. */
const PART_SIZES = [5, 20, 200]

/** Claims about transcripts, and what questions say without asking, among all their lines and sentences. */
export function rankedStatements(
  task: Task,
  claimsFile: string,
  candidates: number,
): Record<string, RankedText[]> {
  const transcripts = readWrittenClaims(claimsFile)
  const random = new Random(7)
  const statements = task.asked
    .filter((_, at) => at % STATED === 0)
    .map(({ text, sentence, ...rest }) => ({ ...rest, text: statementOf(text, sentence, random) }))
  const first = 1 + Math.max(...task.passages.map(({ id }) => id))
  const sets: Record<string, RankedText[]> = {}
  for (const [name, { context, isTitled, hasContext }] of Object.entries(LAYOUTS)) {
    const { lines, claims } = laidOut(transcripts, first, context, isTitled)
    const sentences = task.passages.map(({ id, text, context, title }) => ({
      id,
      text,
      context: hasContext ? context : undefined,
      title: isTitled ? title : undefined,
    }))
    const passages = [...sentences, ...lines]
    sets[`claims, lines ${name}`] = candidatesFor(passages, claims.filter(isStated), candidates)
    sets[`statements, lines ${name}`] = candidatesFor(passages, statements.filter(isStated), candidates)
  }
  return sets
}

const isStated = ({ text }: Asked): boolean => !isQuestion(text)

/** Lines are numbered from `first`. */
function laidOut(
  transcripts: readonly WrittenTranscript[],
  first: number,
  contextOf: Layout,
  isTitled: boolean,
): { lines: Passage<number>[]; claims: Asked[] } {
  const read: { lines: Passage<number>[]; claims: Asked[] } = { lines: [], claims: [] }
  for (const [number, { lines, claims }] of transcripts.entries()) {
    const title = `transcript ${number + 1}`
    const start = first + read.lines.length
    const passages = lines.map((text, line) => ({
      id: start + line,
      text,
      context: contextOf(lines, line, number),
      title: isTitled ? title : undefined,
    }))
    read.lines.push(...passages)
    read.claims.push(
      ...claims.map(claim => ({ text: claim.text, title, gold: claim.lines.map(line => start + line - 1) })),
    )
  }
  return read
}

function candidatesFor(
  passages: readonly Passage<number>[],
  asked: readonly Asked[],
  candidates: number,
): RankedText[] {
  const index = buildPassageIndex(passages)
  return asked.map(({ text, title, gold }) => {
    const found = index.explain(text, candidates)
    return {
      title,
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
