// Learns the order of the best candidates from questions with known answers, judged on articles it has not seen.
// usage: node dist/tools/train/ranking.js TASK.json [folds|write]
//   TASK.json: { passages: [{ id, text, context, title }], questions: [{ text, gold: [id…] }] }
//   folds: cross-validates by article, prints its figures and writes nothing (default 6; 2 is one half against the other)
//   write: trains on all and writes src/retrieval/passages/ranking-model.ts
import { writeFileSync } from 'node:fs'
import { type BoostedTrees, sumOfTrees } from '../../src/boosted-trees.js'
import { figuresOf, type RankingQuestion, readRankingTask } from './ranking-task.js'
import { type TreeSettings, trainTrees } from './ranking-trees.js'

const MODEL_FILE = 'src/retrieval/passages/ranking-model.ts'
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

/** Every question is judged by a model that has seen no question about its article. */
function crossValidate(questions: readonly RankingQuestion[], folds: number): void {
  const titles = [...new Set(questions.map(({ title }) => title))]
  const scores = new Map<RankingQuestion, number[]>()
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = ({ title }: RankingQuestion) => titles.indexOf(title) % folds === fold
    const model = trainTrees(
      questions.filter(question => !isHeld(question)),
      SETTINGS,
    )
    const held = questions.filter(isHeld)
    for (const question of held) scores.set(question, question.rows.map(sumOf(model)))
    report(`fold ${fold + 1}`, held, scores)
  }
  report('all', questions, scores)
}

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
function writeModel({ depth, features, thresholds, leaves }: BoostedTrees, count: number): void {
  const text = `// Written by tools/train/ranking.ts: ${features.length / depth} trees of depth ${depth}, learnt from ${count} questions
// with known answers (the public half of a question-to-sentence task over 24 encyclopaedia articles, 5,219 sentences).
import { type BoostedTrees, treesFrom } from '../../boosted-trees.js'

export const RANKING_TREES: BoostedTrees = treesFrom(
  ${depth},
  \`${lines(features)}\`,
  \`${lines(Array.from(thresholds, threshold => Number(threshold.toPrecision(4))))}\`,
  \`${lines(Array.from(leaves, leaf => Math.round(1000 * leaf)))}\`,
)
`
  writeFileSync(MODEL_FILE, text)
}

function lines(numbers: ArrayLike<number>): string {
  return Array.from(numbers)
    .join(' ')
    .replace(/(.{200,214}) /g, '$1\n  ')
}

const [file, mode = '6'] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node dist/tools/train/ranking.js TASK.json [folds|write]')
const questions = readRankingTask(file, CANDIDATES)
if (mode === 'write') writeModel(trainTrees(questions, SETTINGS), questions.length)
else crossValidate(questions, Number(mode))
