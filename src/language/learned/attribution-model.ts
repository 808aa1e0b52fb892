import { OnRecordError } from '../../errors.js'
import { readColumns, readSizes, writeColumns } from '../columns.js'
import { PackedWeights } from './emission-weights.js'
import { HashIndex } from './hash-index.js'
import { LABELS } from './label-set.js'
import { LINK_TABLE } from './link-features.js'
import type { LinkerModel } from './linker.js'
import { KINDS, type SequenceModel } from './sequence-model.js'
import type { WordKnowledge } from './token-table.js'
import { wordClusters } from './word-clusters.js'

/** Everything that was learnt: what `createAnalyzer` needs beside an article. */
export interface AttributionModel extends WordKnowledge {
  tagger: SequenceModel
  linker: LinkerModel
}

/** The model as it is written: plain columns. */
export interface ModelParts {
  gazetteerKeys: Uint32Array
  gazetteerEntries: Uint16Array
  clusterKeys: Uint32Array
  clusterEntries: Uint32Array
  featureKeys: Uint32Array
  /** A row of `LABELS.length` a feature. */
  featureWeights: Int8Array
  scales: Float32Array
  transitions: Float32Array
  /** `LINK_TABLE` long, then the scale of each. */
  cueOfContent: Int8Array
  sourceOfCue: Int8Array
  linkScales: Float32Array
  /** Trees of `JUDGE_DEPTH` levels. */
  judgeFeatures: Uint8Array
  judgeThresholds: Float32Array
  judgeLeaves: Float32Array
}

const MAGIC = 0x334d524f // "ORM3"
/** The numbers of labels, words in the gazetteer and in clusters, features and trees. */
const SIZES = 5
/** Levels of a tree that judges how contents are joined. */
export const JUDGE_DEPTH = 5

export const writeModel = (parts: ModelParts): Uint8Array =>
  writeColumns(
    MAGIC,
    [
      LABELS.length,
      parts.gazetteerKeys.length,
      parts.clusterKeys.length,
      parts.featureKeys.length,
      parts.judgeFeatures.length / JUDGE_DEPTH,
    ],
    columnsOf(parts),
  )

/** Reads what `writeModel` wrote. Throws `OnRecordError` where the bytes are not that. */
export function parseModel(bytes: Uint8Array): AttributionModel {
  const [labels = 0, words = 0, clustered = 0, features = 0, trees = 0] = readSizes(
    bytes,
    MAGIC,
    SIZES,
    broken,
  )
  if (labels !== LABELS.length) throw broken(`has ${labels} labels where this version has ${LABELS.length}`)
  const parts = emptyParts(words, clustered, features, trees)
  readColumns(bytes, SIZES, columnsOf(parts), broken)
  return modelOf(parts)
}

/** The model that `parts` describe. */
export function modelOf(parts: ModelParts): AttributionModel {
  const words = new HashIndex(parts.gazetteerKeys)
  return {
    gazetteer: { lookUp: key => parts.gazetteerEntries[words.indexOf(key)] ?? 0 },
    clusters: wordClusters(parts.clusterKeys, parts.clusterEntries),
    tagger: {
      labels: LABELS,
      weights: new PackedWeights(parts.featureKeys, parts.featureWeights, LABELS.length),
      scales: parts.scales,
      transitions: parts.transitions,
    },
    linker: {
      cueOfContent: Float32Array.from(parts.cueOfContent, weight => weight * parts.linkScales[0]!),
      sourceOfCue: Float32Array.from(parts.sourceOfCue, weight => weight * parts.linkScales[1]!),
      judge: {
        depth: JUDGE_DEPTH,
        features: parts.judgeFeatures,
        thresholds: parts.judgeThresholds,
        leaves: parts.judgeLeaves,
      },
    },
  }
}

const broken = (fault: string): OnRecordError =>
  new OnRecordError(
    'unreadable',
    `The attribution model ${fault}. Install the program again, or train it anew.`,
  )

function columnsOf(parts: ModelParts) {
  return [
    parts.gazetteerKeys,
    parts.gazetteerEntries,
    parts.clusterKeys,
    parts.clusterEntries,
    parts.featureKeys,
    parts.featureWeights,
    parts.scales,
    parts.transitions,
    parts.cueOfContent,
    parts.sourceOfCue,
    parts.linkScales,
    parts.judgeFeatures,
    parts.judgeThresholds,
    parts.judgeLeaves,
  ]
}

function emptyParts(words: number, clustered: number, features: number, trees: number): ModelParts {
  return {
    gazetteerKeys: new Uint32Array(words),
    gazetteerEntries: new Uint16Array(words),
    clusterKeys: new Uint32Array(clustered),
    clusterEntries: new Uint32Array(clustered),
    featureKeys: new Uint32Array(features),
    featureWeights: new Int8Array(features * LABELS.length),
    scales: new Float32Array(LABELS.length),
    transitions: new Float32Array(KINDS * LABELS.length ** 2),
    cueOfContent: new Int8Array(LINK_TABLE),
    sourceOfCue: new Int8Array(LINK_TABLE),
    linkScales: new Float32Array(2),
    judgeFeatures: new Uint8Array(trees * JUDGE_DEPTH),
    judgeThresholds: new Float32Array(trees * JUDGE_DEPTH),
    judgeLeaves: new Float32Array(trees << JUDGE_DEPTH),
  }
}
