// Learns the order of the best candidates from questions with known answers, and from claims, judged on what it has not seen.
// usage: node --max-old-space-size=12000 dist/tools/train/ranking.js TASK.json [folds|write]
//   TASK.json: { passages: [{ id, text, context, title }], questions: [{ text, gold: [id…] }] }
//   folds: cross-validates by article and transcript, prints its figures and writes nothing (default 6; 2 is one half
//     against the other)
//   write: trains on all and writes question-trees.ts and statement-trees.ts of src/retrieval/passages
// Claims are read from tools/train/written-claims.jsonl.
import { writeFileSync } from 'node:fs'
import { type BoostedTrees, sumOfTrees } from '../../src/boosted-trees.js'
import { RERANKED } from '../../src/retrieval/passages/passage-index.js'
import { figuresOf, type RankedText, rankedQuestions, rankedStatements, readTask } from './ranking-task.js'
import { type TreeSettings, trainTrees } from './ranking-trees.js'

const MODELS = 'src/retrieval/passages'
const CLAIMS = 'tools/train/written-claims.jsonl'
const LEARNING = { rate: 0.05, ridge: 15, featureShare: 0.3, groupShare: 0.5, seed: 1 }
const SETTINGS: Record<'questions' | 'statements', TreeSettings> = {
  questions: { ...LEARNING, trees: 500, depth: 5 },
  statements: { ...LEARNING, trees: 400, depth: 4 },
}

/** Every text is judged by a model that has seen none about its article or transcript. */
function crossValidate(
  sets: Readonly<Record<string, readonly RankedText[]>>,
  folds: number,
  settings: TreeSettings,
): void {
  const known = Object.values(sets).flat()
  const titles = [...new Set(known.map(({ title }) => title))]
  const scores: Scores = new Map()
  for (let fold = 0; fold < folds; fold++) {
    const isHeld = ({ title }: RankedText) => titles.indexOf(title) % folds === fold
    const model = trainTrees(
      known.filter(text => !isHeld(text)),
      settings,
    )
    for (const text of known.filter(isHeld)) scores.set(text, text.rows.map(sumOf(model)))
  }
  for (const [name, texts] of Object.entries(sets)) report(name, texts, scores)
}

type Scores = Map<RankedText, readonly number[]>

const sumOf = (model: BoostedTrees) => (row: readonly number[]) => sumOfTrees(model, Float64Array.from(row))

function report(
  name: string,
  questions: readonly RankedText[],
  scores: ReadonlyMap<RankedText, readonly number[]>,
): void {
  const before = figuresOf(questions, inOrder)
  const after = figuresOf(questions, question => scores.get(question) ?? [])
  console.log(`${name}: ${JSON.stringify({ before, after })}`)
}

const inOrder = ({ gold }: { gold: readonly boolean[] }): number[] => gold.map((_, index) => -index)

/** Leaves are written in thousandths. */
function writeModel(
  { depth, features, thresholds, leaves }: BoostedTrees,
  { name, file, taught }: { name: string; file: string; taught: readonly string[] },
): void {
  const text = `// Written by tools/train/ranking.ts: ${features.length / depth} trees of depth ${depth}, learnt from
// ${taught.join('\n// ')}
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

function lines(numbers: ArrayLike<number>): string {
  return Array.from(numbers)
    .join(' ')
    .replace(/(.{200,214}) /g, '$1\n  ')
}

const [file, mode = '6'] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node dist/tools/train/ranking.js TASK.json [folds|write]')
const task = readTask(file)
const questions = rankedQuestions(task, RERANKED.question)
const statements = rankedStatements(task, CLAIMS, RERANKED.statement)
if (mode === 'write') {
  writeModel(trainTrees(questions, SETTINGS.questions), {
    name: 'QUESTION_TREES',
    file: 'question-trees.ts',
    taught: [
      `${questions.length} questions with known answers`,
      '(the public half of a question-to-sentence task over 24 encyclopaedia articles, 5,219 sentences).',
    ],
  })
  writeModel(trainTrees(Object.values(statements).flat(), SETTINGS.statements), {
    name: 'STATEMENT_TREES',
    file: 'statement-trees.ts',
    taught: Object.entries(statements).map(
      ([name, texts]) => `${texts.filter(({ gold }) => gold.includes(true)).length} ${name}`,
    ),
  })
} else {
  crossValidate({ questions }, Number(mode), SETTINGS.questions)
  crossValidate(statements, Number(mode), SETTINGS.statements)
}
