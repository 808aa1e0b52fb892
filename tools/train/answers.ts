// Learns the order of answers and how sure the first is, from questions made without hand labels.
// usage: npm run train:answers -- POLNEAR_TRAIN SQUAD_TASK.json [check|write]
//   check: cross-validates by library and prints its figures (default)
//   write: trains on all and writes src/retrieval/answer-model.ts
import { writeFileSync } from 'node:fs'
import { type BoostedTrees, sumOfTrees } from '../../src/boosted-trees.js'
import { standingOf } from '../../src/retrieval/answer-confidence.js'
import { EVIDENCE } from '../../src/retrieval/evidence.js'
import { chance } from './answer-questions.js'
import { type AnswerGroup, readAnswerTask } from './answer-task.js'
import { Random } from './random.js'
import { type RankingGroup, type TreeSettings, trainTrees } from './ranking-trees.js'

const MODEL_FILE = 'src/retrieval/answer-model.ts'
const FOLDS = 4
const ORDER: TreeSettings = {
  trees: 160,
  depth: 4,
  rate: 0.1,
  ridge: 10,
  featureShare: 0.4,
  groupShare: 0.6,
  seed: 1,
}
const CONFIDENCE: TreeSettings = {
  trees: 150,
  depth: 4,
  rate: 0.05,
  ridge: 20,
  featureShare: 0.4,
  groupShare: 0.6,
  seed: 2,
}

interface Standing {
  row: readonly number[]
  isRight: boolean
  group: AnswerGroup
}

/** Every question with all its right candidates and some of the others: as good to learn from, and sooner. */
function thinned(groups: readonly AnswerGroup[]): RankingGroup[] {
  const random = new Random(3)
  return groups
    .filter(({ gold }) => gold.includes(true))
    .map(({ rows, gold }) => {
      const kept = [...gold.keys()].filter(at => gold[at] || at < SURELY_KEPT || chance(random, KEPT))
      return { rows: kept.map(at => rows[at]!), gold: kept.map(at => gold[at]!) }
    })
}
const SURELY_KEPT = 12
const KEPT = 0.3

/**
 * Every question is ordered by a model that has seen no question of its library; some of them once more without what
 * answers them (`bereft`), for what people ask in vain is mostly about articles that are there.
 */
function crossOrdered(groups: readonly AnswerGroup[]): { standings: Standing[]; bereft: Standing[] } {
  const random = new Random(7)
  const found = Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = ({ library }: AnswerGroup) => library % FOLDS === fold
    const order = trainTrees(thinned(groups.filter(group => !isHeld(group))), ORDER)
    const held = groups.filter(isHeld)
    const answered = held.filter(({ gold }) => gold.includes(true) && gold.length > LEAST_LEFT)
    return {
      standings: held.map(group => standing(group, order)),
      bereft: answered.flatMap(group =>
        chance(random, BEREFT_SHARE) ? standing(withoutAnswers(group), order) : [],
      ),
    }
  })
  return {
    standings: found.flatMap(({ standings }) => standings),
    bereft: found.flatMap(({ bereft }) => bereft),
  }
}
const BEREFT_SHARE = 0.3
const LEAST_LEFT = 5

const withoutAnswers = (group: AnswerGroup): AnswerGroup => ({
  ...group,
  isAnswerable: false,
  rows: group.rows.filter((_, at) => !group.gold[at]),
  gold: group.gold.filter(right => !right),
})

function standing(group: AnswerGroup, order: BoostedTrees): Standing {
  const ranked = group.rows
    .map((evidence, at) => ({ evidence, rank: sumOfTrees(order, evidence), isGold: group.gold[at] === true }))
    .sort((a, b) => b.rank - a.rank)
  return { row: standingOf(ranked, group.inquiry), isRight: ranked[0]?.isGold === true, group }
}

/** Logistic loss by the list-wise one: against a row on which every model is constant. */
const asChoice = ({ row, isRight }: Standing): RankingGroup => ({
  rows: [row, row.map(() => NOTHING)],
  gold: [isRight, !isRight],
})
const NOTHING = -10

interface Confidence {
  trees: BoostedTrees
  offset: number
}

/**
 * Apart for questions that ask for a speaker: what is not on record is mostly asked so. Real questions about encyclopaedia
 * articles ask for none, whatever they look like.
 */
function trainConfidence(standings: readonly Standing[]): { speech: Confidence; facts: Confidence } {
  const asks = ({ group }: Standing) => group.inquiry.question.speaker !== null
  return {
    speech: fitted(
      standings.filter(standing => asks(standing) && standing.group.kind !== 'real'),
      ANSWERABLE.speech,
    ),
    facts: fitted(
      standings.filter(standing => !asks(standing)),
      ANSWERABLE.facts,
    ),
  }
}
/**
 * People ask less in vain than the questions made here: by so much the log odds rise. Chosen on PolNeAR's dev part and on
 * 320 questions that were written about other articles.
 */
const ANSWERABLE = { speech: 0.38, facts: 0.54 }

function fitted(standings: readonly Standing[], rise: number): Confidence {
  const trees = trainTrees(standings.map(asChoice), CONFIDENCE)
  const nothing = (standings[0]?.row ?? []).map(() => NOTHING)
  return { trees, offset: rise - sumOfTrees(trees, nothing) }
}

function check(standings: readonly Standing[]): void {
  for (const kind of ['speech', 'fact', 'real'] as const) {
    const own = standings.filter(({ group }) => group.kind === kind && group.isAnswerable)
    const right = own.filter(({ isRight }) => isRight).length
    const reachable = own.filter(({ group }) => group.gold.includes(true)).length
    console.log(
      `${kind}: ${own.length} questions, first right ${percent(right, own.length)}, found ${percent(reachable, own.length)}`,
    )
  }
  const scored = Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = ({ group }: Standing) => group.library % FOLDS === fold
    const { speech, facts } = trainConfidence(standings.filter(standing => !isHeld(standing)))
    return standings.filter(isHeld).map(standing => {
      const asksForSpeaker = standing.group.inquiry.question.speaker !== null
      const { trees, offset } = asksForSpeaker ? speech : facts
      return { ...standing, asksForSpeaker, score: sumOfTrees(trees, standing.row) + offset }
    })
  }).flat()
  for (const asks of [true, false]) {
    const area = areaUnderCurve(scored.filter(({ asksForSpeaker }) => asksForSpeaker === asks))
    console.log(`confidence, ${asks ? 'speech' : 'facts'}: area under the curve ${area.toFixed(3)}`)
  }
}

const percent = (part: number, whole: number): string => `${((100 * part) / (whole || 1)).toFixed(1)} %`

/** The chance that a right answer is surer than a wrong one. */
function areaUnderCurve(scored: readonly { score: number; isRight: boolean }[]): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score)
  let wrong = 0
  let pairs = 0
  for (const { isRight } of sorted) {
    if (isRight) pairs += wrong
    else wrong++
  }
  return pairs / (wrong * (sorted.length - wrong))
}

function write(
  order: BoostedTrees,
  { speech, facts }: { speech: Confidence; facts: Confidence },
  count: number,
): void {
  writeFileSync(
    MODEL_FILE,
    `// Written by tools/train/answers.ts from ${count} questions without hand labels (made from annotated news, and real ones
// about encyclopaedia articles), asked of libraries with and without an answer. Over ${EVIDENCE.length} kinds of evidence.
import { type BoostedTrees, treesFrom } from '../boosted-trees.js'

export const ANSWER_ORDER: BoostedTrees = ${source(order)}

export const CONFIDENCE_IN_SPEECH = ${confidenceSource(speech)}

export const CONFIDENCE_IN_FACTS = ${confidenceSource(facts)}
`,
  )
}

const confidenceSource = ({ trees, offset }: Confidence): string => `{
  offset: ${offset.toFixed(3)},
  trees: ${source(trees)},
}`

const source = ({ depth, features, thresholds, leaves }: BoostedTrees): string => `treesFrom(
  ${depth},
  \`${lines(features)}\`,
  \`${lines(Array.from(thresholds, threshold => Number(threshold.toPrecision(4))))}\`,
  \`${lines(Array.from(leaves, leaf => Math.round(1000 * leaf)))}\`,
)`

const lines = (numbers: ArrayLike<number>): string =>
  Array.from(numbers)
    .join(' ')
    .replace(/(.{90,104}) /g, '$1\n  ')

const [polnear, squad, mode = 'check'] = process.argv.slice(2)
if (polnear === undefined || squad === undefined)
  throw new Error('usage: npm run train:answers -- POLNEAR_TRAIN SQUAD_TASK.json [check|write]')
const groups = readAnswerTask(polnear, squad)
const { standings, bereft } = crossOrdered(groups)
check([...standings, ...bereft])
if (mode === 'write')
  write(trainTrees(thinned(groups), ORDER), trainConfidence([...standings, ...bereft]), groups.length)
