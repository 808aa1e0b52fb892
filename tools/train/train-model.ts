import { JUDGE_DEPTH, type ModelParts } from '../../src/language/learned/attribution-model.js'
import { LABELS } from '../../src/language/learned/label-set.js'
import { linkContext } from '../../src/language/learned/learned-quotations.js'
import { ruleHints } from '../../src/language/learned/rule-hints.js'
import type { SequenceModel } from '../../src/language/learned/sequence-model.js'
import { labelParagraphs } from '../../src/language/learned/span-tagger.js'
import { tokenTable } from '../../src/language/learned/token-table.js'
import { type WordClusters, wordClusters } from '../../src/language/learned/word-clusters.js'
import { findQuotations } from '../../src/language/rules/find-quotations.js'
import type { Annotated } from './annotated.js'
import { readClusters } from './cluster-file.js'
import { type CrfOptions, type CrfWeights, trainCrf } from './crf-trainer.js'
import { type FeatureRows, frequentFeatures, makeExamples } from './examples.js'
import { GazetteerCounts } from './gazetteer-counts.js'
import { judgeGroups, type LinkExample, trainRankers } from './link-trainer.js'
import { quantise, quantiseRows } from './quantise.js'
import { type TreeSettings, trainTrees } from './ranking-trees.js'

/** How the model is trained; chosen on held-out fifths of PolNeAR's train. */
export const SETTINGS = {
  /** A feature must be seen in so many articles. */
  leastArticles: 12,
  seeds: [1, 2, 3],
  folds: 5,
  crf: { epochs: 10, rate: 0.03, dropout: 160 } satisfies Omit<CrfOptions, 'seed'>,
  judge: {
    trees: 150,
    depth: JUDGE_DEPTH,
    rate: 0.1,
    ridge: 5,
    featureShare: 0.6,
    groupShare: 0.6,
    seed: 1,
  } satisfies TreeSettings,
}

export type Say = (message: string) => void

/** Trains tagger and linker on annotated articles. */
export function trainModel(articles: readonly Annotated[], say: Say): ModelParts {
  const columns = readClusters()
  const clusters = wordClusters(columns.keys, columns.entries)
  say('learning to link, on what taggers of the other articles make of each article')
  const examples = jackknife(articles, clusters, say)
  const rankers = trainRankers(examples)
  say('learning to judge what the linker proposes')
  const judge = trainTrees(judgeGroups(examples, SETTINGS.folds), SETTINGS.judge)
  say('learning to tag')
  const { counts, features, weights } = trainTagger(articles, clusters, SETTINGS.seeds, say)
  const entries = counts.entries()
  const rows = quantiseRows(weights.weights, LABELS.length)
  const cueOfContent = quantise(rankers.cueOfContent)
  const sourceOfCue = quantise(rankers.sourceOfCue)
  return {
    gazetteerKeys: Uint32Array.from(entries, ([key]) => key),
    gazetteerEntries: Uint16Array.from(entries, ([, entry]) => entry),
    clusterKeys: columns.keys,
    clusterEntries: columns.entries,
    featureKeys: features.keysInOrder(),
    featureWeights: rows.values,
    scales: rows.scales,
    transitions: weights.transitions,
    cueOfContent: cueOfContent.values,
    sourceOfCue: sourceOfCue.values,
    linkScales: Float32Array.of(cueOfContent.scale, sourceOfCue.scale),
    judgeFeatures: Uint8Array.from(judge.features),
    judgeThresholds: Float32Array.from(judge.thresholds),
    judgeLeaves: Float32Array.from(judge.leaves),
  }
}

export interface Trained {
  counts: GazetteerCounts
  clusters: WordClusters
  features: FeatureRows
  weights: CrfWeights
}

/** One model a seed, all averaged into one, of the features that `least` articles have. */
export function trainTagger(
  articles: readonly Annotated[],
  clusters: WordClusters,
  seeds: readonly number[],
  say: Say,
  least = SETTINGS.leastArticles,
): Trained {
  const counts = new GazetteerCounts(articles)
  const words = (article: Annotated) => ({ gazetteer: counts.without(article), clusters })
  const features = frequentFeatures(articles, words, least)
  const examples = makeExamples(articles, words, features)
  say(`${features.size} features, ${examples.labels.length} tokens`)
  const models = seeds.map(seed => {
    say(`seed ${seed}`)
    return trainCrf(examples, LABELS, features.size, { ...SETTINGS.crf, seed })
  })
  const mean = (column: (model: CrfWeights) => Float32Array) =>
    column(models[0]!).map(
      (_, i) => models.reduce((sum, model) => sum + column(model)[i]!, 0) / models.length,
    )
  return {
    counts,
    clusters,
    features,
    weights: { weights: mean(model => model.weights), transitions: mean(model => model.transitions) },
  }
}

export function sequenceModel({ features, weights }: Trained): SequenceModel {
  return {
    labels: LABELS,
    weights: {
      sum: (wanted, count, sums, at) => sumRows(features, weights.weights, wanted, count, sums, at),
    },
    scales: new Float32Array(LABELS.length).fill(1),
    transitions: weights.transitions,
  }
}

function sumRows(
  rows: FeatureRows,
  weights: Float32Array,
  features: Uint32Array,
  count: number,
  sums: Float32Array,
  at: number,
): void {
  sums.fill(0, at, at + LABELS.length)
  for (let f = 0; f < count; f++) {
    const row = rows.get(features[f]!)
    if (row < 0) continue
    for (let k = 0; k < LABELS.length; k++) sums[at + k]! += weights[row * LABELS.length + k]!
  }
}

function jackknife(articles: readonly Annotated[], clusters: WordClusters, say: Say): LinkExample[] {
  return Array.from({ length: SETTINGS.folds }, (_, fold) => {
    say(`fold ${fold + 1} of ${SETTINGS.folds}`)
    const rest = articles.filter((_, i) => i % SETTINGS.folds !== fold)
    const trained = trainTagger(rest, clusters, [1], say)
    return articles
      .filter((_, i) => i % SETTINGS.folds === fold)
      .map(article => ({ article, context: contextOf(article, trained), fold }))
  }).flat()
}

function contextOf(article: Annotated, trained: Trained): LinkExample['context'] {
  const words = { gazetteer: trained.counts.all(), clusters: trained.clusters }
  const table = tokenTable(article.tokens, article.sentences, article.marked, words)
  const labelled = labelParagraphs(table, sequenceModel(trained))
  return linkContext(table, LABELS, labelled, ruleHints(article.tokens, findQuotations(article)))
}
