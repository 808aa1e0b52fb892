// Learns the order of the best candidates from questions with known answers, judged on articles it has not seen.
// usage: node --max-old-space-size=7000 dist/tools/train/ranking.js TASK.json [folds|write]
//   TASK.json: { passages: [{ id, text, context, title }], questions: [{ text, gold: [id…] }] }
//   folds: cross-validates by article, prints its figures and writes nothing (default 6; 2 is one half against the other)
//   write: trains on all and writes question-trees.ts and statement-trees.ts of src/retrieval/passages
import { writeFileSync } from 'node:fs'
import { type BoostedTrees, sumOfTrees } from '../../src/boosted-trees.js'
import { figuresOf, type RankingQuestion, type RankingTask, readRankingTask } from './ranking-task.js'
import { type TreeSettings, trainTrees } from './ranking-trees.js'

const MODELS = 'src/retrieval/passages'
const CANDIDATES = 40
const SETTINGS: TreeSettings = {
  trees: 500,
  depth: 5,
  rate: 0.05,
  ridge: 15,
  featureShare: 0.3,
  groupShare: 0.5,
  seed: 1,
}

/** What the trees for questions learn from, and those for statements. */
const taughtBy = {
  questions: ({ questions }: RankingTask) => questions,
  statements: (task: RankingTask) => Object.values(task).flat(),
}

/** Every question is judged by a model that has seen no question about its article. */
function crossValidate(task: RankingTask, folds: number): void {
  const titles = [...new Set(task.questions.map(({ title }) => title))]
  const orders = { questions: new Map(), statements: new Map() } satisfies Record<string, Scores>
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = ({ title }: RankingQuestion) => titles.indexOf(title) % folds === fold
    for (const kind of ['questions', 'statements'] as const) {
      const known = taughtBy[kind](task)
      const model = trainTrees(
        known.filter(question => !isHeld(question)),
        SETTINGS,
      )
      for (const question of known.filter(isHeld)) orders[kind].set(question, question.rows.map(sumOf(model)))
    }
    report(`fold ${fold + 1}`, task.questions.filter(isHeld), orders.questions)
  }
  report('questions', task.questions, orders.questions)
  for (const [name, groups] of Object.entries(task))
    report(`${name}, by the order for statements`, groups, orders.statements)
}

type Scores = Map<RankingQuestion, readonly number[]>

const sumOf = (model: BoostedTrees) => (row: readonly number[]) => sumOfTrees(model, Float64Array.from(row))

function report(
  name: string,
  questions: readonly RankingQuestion[],
  scores: ReadonlyMap<RankingQuestion, readonly number[]>,
): void {
  const before = figuresOf(questions, inOrder)
  const after = figuresOf(questions, question => scores.get(question) ?? [])
  console.log(`${name}: ${JSON.stringify({ before, after })}`)
}

const inOrder = ({ gold }: { gold: readonly boolean[] }): number[] => gold.map((_, index) => -index)

/** Leaves are written in thousandths. */
function writeModel(
  { depth, features, thresholds, leaves }: BoostedTrees,
  { name, file, taught }: { name: string; file: string; taught: string },
): void {
  const text = `// Written by tools/train/ranking.ts: ${features.length / depth} trees of depth ${depth}, learnt from ${taught}
// with known answers (the public half of a question-to-sentence task over 24 encyclopaedia articles, 5,219 sentences).
import { type BoostedTrees, treesFrom } from '../../boosted-trees.js'

export const ${name}: BoostedTrees = treesFrom(
  ${depth},
  \`${lines(features)}\`,
  \`${lines(Array.from(thresholds, threshold => Number(threshold.toPrecision(4))))}\`,
  \`${lines(Array.from(leaves, leaf => Math.round(1000 * leaf)))}\`,
)
`
  writeFileSync(`${MODELS}/${file}`, text)
}

function writeModels(task: RankingTask): void {
  const { questions } = task
  const known = `${questions.length} questions`
  writeModel(trainTrees(taughtBy.questions(task), SETTINGS), {
    name: 'QUESTION_TREES',
    file: 'question-trees.ts',
    taught: known,
  })
  writeModel(trainTrees(taughtBy.statements(task), SETTINGS), {
    name: 'STATEMENT_TREES',
    file: 'statement-trees.ts',
    taught: `${known}, as asked and as statements, of passages with and without context,`,
  })
}

function lines(numbers: ArrayLike<number>): string {
  return Array.from(numbers)
    .join(' ')
    .replace(/(.{200,214}) /g, '$1\n  ')
}

const [file, mode = '6'] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node dist/tools/train/ranking.js TASK.json [folds|write]')
const task = readRankingTask(file, CANDIDATES)
if (mode === 'write') writeModels(task)
else crossValidate(task, Number(mode))
