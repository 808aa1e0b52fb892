// Learns the order of answers and how sure the first is, from questions that were written about news.
// usage: npm run train:answers -- FOLDER_OF_ARTICLES [check|write]
//   check: cross-validates by library and prints its figures (default)
//   write: trains on all and writes src/retrieval/answer-trees.ts, confidence-in-speech.ts and confidence-in-facts.ts
import { writeFileSync } from 'node:fs'
import { type BoostedTrees, sumOfTrees } from '../../src/boosted-trees.js'
import { ANSWER_THRESHOLD } from '../../src/retrieval/abstention.js'
import { READ, sharesBy, standingOf } from '../../src/retrieval/answer-confidence.js'
import { EVIDENCE } from '../../src/retrieval/evidence.js'
import { type AnswerGroup, readAnswerTask } from './answer-task.js'
import { logistic } from './logistic.js'
import { Random } from './random.js'
import { type RankingGroup, type TreeSettings, trainTrees } from './ranking-trees.js'

const ORDER_FILE = 'src/retrieval/answer-trees.ts'
const CONFIDENCE_FILES = 'src/retrieval/confidence-in'
const WRITTEN_FILE = 'tools/train/written-questions.jsonl'
const FOLDS = 4
const ORDER: TreeSettings = {
  trees: 600,
  depth: 4,
  rate: 0.1,
  ridge: 10,
  featureShare: 0.4,
  groupShare: 0.6,
  seed: 1,
}
const CONFIDENCE: TreeSettings = {
  trees: 600,
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
  /** Whether one of the first `READ` is right. */
  isRead: boolean
  /** Of the first `READ`. */
  ranks: readonly number[]
  group: AnswerGroup
}

/** Every question with all its right candidates and some of the others: as good to learn from, and sooner. */
function thinned(groups: readonly AnswerGroup[]): RankingGroup[] {
  const random = new Random(3)
  return groups
    .filter(({ gold }) => gold.includes(true))
    .map(({ rows, gold }) => {
      const kept = [...gold.keys()].filter(at => gold[at] || at < SURELY_KEPT || random.chance(KEPT))
      return { rows: kept.map(at => rows[at]!), gold: kept.map(at => gold[at]!) }
    })
}

const SURELY_KEPT = 12
const KEPT = 0.3

/** Every question is ordered by a model that has seen no question of its library. */
const crossOrdered = (groups: readonly AnswerGroup[]): Standing[] =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = ({ library }: AnswerGroup) => library % FOLDS === fold
    const order = trainTrees(thinned(groups.filter(group => !isHeld(group))), ORDER)
    return groups.filter(isHeld).map(group => standing(group, order))
  }).flat()

function standing(group: AnswerGroup, order: BoostedTrees): Standing {
  const ranked = group.rows
    .map((evidence, at) => ({ evidence, rank: sumOfTrees(order, evidence), isGold: group.gold[at] === true }))
    .sort((a, b) => b.rank - a.rank)
  const place = ranked.findIndex(({ isGold }) => isGold)
  return {
    row: standingOf(ranked, group.inquiry),
    isRight: place === 0,
    isRead: place >= 0 && place < READ,
    ranks: ranked.slice(0, READ).map(({ rank }) => rank),
    group,
  }
}

interface Confidence {
  trees: BoostedTrees
  /** Added to the sum of the trees: the log odds. */
  offset: number
  /** For `sharesBy`. */
  sharpness: number
}

type Confidences = Readonly<Record<'speech' | 'facts', Confidence>>

/** Apart for questions that ask for a speaker: what is not on record is mostly asked so. */
const trainConfidence = (standings: readonly Standing[]): Confidences => ({
  speech: fitted(standings.filter(asksForSpeaker)),
  facts: fitted(standings.filter(standing => !asksForSpeaker(standing))),
})

const asksForSpeaker = ({ group }: Standing): boolean => group.inquiry.question.speaker !== null

function fitted(standings: readonly Standing[]): Confidence {
  const weigh = weightOf(standings)
  const trees = trainTrees(
    standings.map(standing => asChoice(standing, weigh(standing))),
    CONFIDENCE,
  )
  const nothing = (standings[0]?.row ?? []).map(() => NOTHING)
  return { trees, offset: -sumOfTrees(trees, nothing), sharpness: sharpnessOf(standings) }
}

/** Of each kind as many count as asked in vain as not, however many were written. */
function weightOf(standings: readonly Standing[]): (standing: Standing) => number {
  const vain = standings.filter(({ group }) => !group.isAnswerable).length
  const weight = (standings.length - vain) / vain
  return ({ group }) => (group.isAnswerable ? 1 : weight)
}

const SHARPNESSES = Array.from({ length: 60 }, (_, at) => (at + 1) / 20)

/** By which it is likeliest that the first is right as often as it is, where one of those read is. */
function sharpnessOf(standings: readonly Standing[]): number {
  const read = standings.filter(({ isRead }) => isRead)
  const likelihoodOf = (sharpness: number): number =>
    read.reduce((sum, { ranks, isRight }) => {
      const [first = 1] = sharesBy(sharpness, ranks)
      return sum + Math.log(Math.max(isRight ? first : 1 - first, 1e-9))
    }, 0)
  const likelihoods = SHARPNESSES.map(likelihoodOf)
  return SHARPNESSES[likelihoods.indexOf(Math.max(...likelihoods))]!
}

/** Logistic loss by the list-wise one: against a row on which every model is constant. */
const asChoice = ({ row, isRead }: Standing, weight: number): RankingGroup => ({
  rows: [row, row.map(() => NOTHING)],
  gold: [isRead, !isRead],
  weight,
})
const NOTHING = -10

interface Scored extends Standing {
  /** That one of those read is right. */
  probability: number
  /** That the first is. */
  first: number
}

function check(standings: readonly Standing[]): void {
  const scored = crossScored(standings)
  for (const kind of ['speech', 'facts'] as const) {
    const own = scored.filter(standing => asksForSpeaker(standing) === (kind === 'speech'))
    const answered = own.filter(({ group }) => group.isAnswerable)
    const vain = own.filter(({ group }) => !group.isAnswerable)
    const found = answered.filter(({ group }) => group.gold.includes(true))
    const right = answered.filter(({ isRight }) => isRight)
    const share = (list: readonly Scored[], all = answered) =>
      `${((100 * list.length) / (all.length || 1)).toFixed(1)} %`
    console.log(
      `${kind}: of ${answered.length} found ${share(found)}, first right ${share(right)}, of all lost ${share(right.filter(isRefused))}; ` +
        `of ${vain.length} in vain refused ${share(vain.filter(isRefused), vain)}; area under the curve ${areaUnderCurve(own).toFixed(3)}; ` +
        `first told right and right: ${reliability(own)}`,
    )
  }
}

const isRefused = ({ probability }: Scored): boolean => probability < ANSWER_THRESHOLD

/** By models that have seen no question of the same library. */
const crossScored = (standings: readonly Standing[]): Scored[] =>
  Array.from({ length: FOLDS }, (_, fold) => {
    const isHeld = ({ group }: Standing) => group.library % FOLDS === fold
    const { speech, facts } = trainConfidence(standings.filter(standing => !isHeld(standing)))
    return standings.filter(isHeld).map(standing => {
      const { trees, offset, sharpness } = asksForSpeaker(standing) ? speech : facts
      const probability = logistic(sumOfTrees(trees, standing.row) + offset)
      const [share = 0] = sharesBy(sharpness, standing.ranks)
      return { ...standing, probability, first: probability * share }
    })
  }).flat()

const BINS = 5

/** In each fifth of the probabilities, what was told in the mean and how often the first was right, in hundredths. */
function reliability(scored: readonly Scored[]): string {
  const weigh = weightOf(scored)
  const mean = (list: readonly Scored[], value: (one: Scored) => number) =>
    list.reduce((sum, one) => sum + weigh(one) * value(one), 0) /
    list.reduce((sum, one) => sum + weigh(one), 0)
  return Array.from({ length: BINS }, (_, bin) =>
    scored.filter(({ first }) => Math.floor(BINS * first) === bin),
  )
    .map(bin => [mean(bin, ({ first }) => first), mean(bin, ({ isRight }) => Number(isRight))])
    .map(shares => shares.map(share => (100 * share).toFixed(0)).join(' '))
    .join(', ')
}

/** The chance that a right answer is surer than a wrong one. */
function areaUnderCurve(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((a, b) => a.probability - b.probability)
  let wrong = 0
  let pairs = 0
  for (const { isRight } of sorted) {
    if (isRight) pairs += wrong
    else wrong++
  }
  return pairs / (wrong * (sorted.length - wrong))
}

function write(order: BoostedTrees, confidences: Confidences): void {
  const heading = `// Written by tools/train/answers.ts from questions that were written about news, asked of libraries with and without an answer.`
  writeFileSync(
    ORDER_FILE,
    `${heading}
import { type BoostedTrees, treesFrom } from '../boosted-trees.js'

/** Over the ${EVIDENCE.length} kinds of evidence. */
export const ANSWER_ORDER: BoostedTrees = ${source(order)}
`,
  )
  for (const [kind, { trees, offset, sharpness }] of Object.entries(confidences))
    writeFileSync(
      `${CONFIDENCE_FILES}-${kind}.ts`,
      `${heading}
import { treesFrom } from '../boosted-trees.js'

/** Log odds: the sum of the trees and \`offset\`. What the ranks are multiplied by for shares: \`sharpness\`. */
export const CONFIDENCE_IN_${kind.toUpperCase()} = {
  offset: ${offset.toFixed(3)},
  sharpness: ${sharpness},
  trees: ${source(trees)},
}
`,
    )
}

const source = ({ depth, features, thresholds, leaves }: BoostedTrees): string => `treesFrom(
  ${depth},
  \`${lines(features)}\`,
  \`${lines(Array.from(thresholds, threshold => Number(threshold.toPrecision(4))))}\`,
  \`${lines(Array.from(leaves, leaf => Math.round(1000 * leaf)))}\`,
)`

const lines = (numbers: ArrayLike<number>): string =>
  Array.from(numbers)
    .join(' ')
    .replace(/(.{130,144}) /g, '$1\n  ')

const [folder, mode = 'check'] = process.argv.slice(2)
if (folder === undefined) throw new Error('usage: npm run train:answers -- FOLDER_OF_ARTICLES [check|write]')
const groups = readAnswerTask(folder, WRITTEN_FILE)
const standings = crossOrdered(groups)
check(standings)
if (mode === 'write') write(trainTrees(thinned(groups), ORDER), trainConfidence(standings))
