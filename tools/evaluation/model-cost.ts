// What it costs the tagger to be small: it is trained without a fifth of the articles and asked about that fifth, once
// with all its features, once with those of enough articles, and once with weights of 8 bits.
// usage: node dist/tools/evaluation/model-cost.js PATH_TO_POLNEAR [FEWEST ARTICLES …]
import { PackedWeights } from '../../src/language/learned/emission-weights.js'
import { LABELS } from '../../src/language/learned/label-set.js'
import type { Role, SequenceModel } from '../../src/language/learned/sequence-model.js'
import { type SpanCandidate, spanCandidates } from '../../src/language/learned/span-candidates.js'
import { labelParagraphs } from '../../src/language/learned/span-tagger.js'
import { tokenTable } from '../../src/language/learned/token-table.js'
import { wordClusters } from '../../src/language/learned/word-clusters.js'
import { type Annotated, annotate } from '../train/annotated.js'
import { readClusters } from '../train/cluster-file.js'
import { readPolnear } from '../train/polnear.js'
import { quantiseRows } from '../train/quantise.js'
import { SETTINGS, sequenceModel, type Trained, trainTagger } from '../train/train-model.js'

const ROLES = ['source', 'cue', 'content'] as const satisfies readonly Role[]
const BYTES_A_KEY = 4

interface Tally {
  right: number
  found: number
  wanted: number
}

function main([corpus, ...fewest]: string[]): void {
  if (corpus === undefined) {
    console.error('usage: node dist/tools/evaluation/model-cost.js PATH_TO_POLNEAR [FEWEST ARTICLES …]')
    process.exitCode = 2
    return
  }
  const articles = readPolnear(corpus).map(annotate)
  const { keys, entries } = readClusters()
  const clusters = wordClusters(keys, entries)
  const rest = articles.filter((_, i) => i % SETTINGS.folds !== 0)
  const held = articles.filter((_, i) => i % SETTINGS.folds === 0)
  console.log('features of   bits   features        MB   F1 of exact source / cue / content   of tokens')
  for (const least of fewest.length > 0 ? fewest.map(Number) : [3, SETTINGS.leastArticles]) {
    const trained = trainTagger(rest, clusters, SETTINGS.seeds, () => {}, least)
    report(least, 32, trained, sequenceModel(trained), held)
    report(least, 8, trained, packed(trained), held)
  }
}

/** The same model as it is shipped: whole numbers of 8 bits. */
function packed(trained: Trained): SequenceModel {
  const { values, scales } = quantiseRows(trained.weights.weights, LABELS.length)
  return {
    ...sequenceModel(trained),
    weights: new PackedWeights(trained.features.keysInOrder(), values, LABELS.length),
    scales,
  }
}

function report(
  least: number,
  bits: number,
  { counts, clusters, features }: Trained,
  model: SequenceModel,
  articles: readonly Annotated[],
): void {
  const exact = ROLES.map((): Tally => ({ right: 0, found: 0, wanted: 0 }))
  const tokens = ROLES.map((): Tally => ({ right: 0, found: 0, wanted: 0 }))
  const words = { gazetteer: counts.all(), clusters }
  for (const article of articles) {
    const table = tokenTable(article.tokens, article.sentences, article.marked, words)
    const spans: SpanCandidate[] = []
    for (const paragraph of labelParagraphs(table, model))
      spans.push(...spanCandidates(LABELS, paragraph).filter(({ chosen }) => chosen))
    const gold = goldSpans(article)
    for (const [r, role] of ROLES.entries()) {
      const of = (all: readonly Stretch[]) => all.filter(span => span.role === role)
      tallySpans(exact[r]!, of(spans), of(gold))
      tallyTokens(tokens[r]!, of(spans), of(gold))
    }
  }
  const size = (features.size * (LABELS.length * (bits / 8) + BYTES_A_KEY)) / 1e6
  console.log(
    `${String(least).padStart(11)}${String(bits).padStart(7)}${String(features.size).padStart(11)}${size.toFixed(2).padStart(10)}   ${exact.map(f1).join(' / ').padEnd(36)}${tokens.map(f1).join(' / ')}`,
  )
}

type Stretch = Pick<SpanCandidate, 'role' | 'first' | 'end'>

/** The annotated spans as the tagger learns them, each token in one. */
function goldSpans({ labels }: Annotated): Stretch[] {
  const spans: Stretch[] = []
  for (let i = 0; i < labels.length; ) {
    const { role, begins } = LABELS[labels[i]!]!
    let end = i + 1
    while (role !== null && end < labels.length && goesOn(labels[end]!, role)) end++
    if (role !== null && begins) spans.push({ role, first: i, end })
    i = end
  }
  return spans
}

const goesOn = (label: number, role: Role): boolean => LABELS[label]!.role === role && !LABELS[label]!.begins

function tallySpans(tally: Tally, found: readonly Stretch[], wanted: readonly Stretch[]): void {
  const ends = new Set(wanted.map(({ first, end }) => `${first}-${end}`))
  tally.right += found.filter(({ first, end }) => ends.has(`${first}-${end}`)).length
  tally.found += found.length
  tally.wanted += wanted.length
}

function tallyTokens(tally: Tally, found: readonly Stretch[], wanted: readonly Stretch[]): void {
  const within = new Set(wanted.flatMap(tokensOf))
  const all = found.flatMap(tokensOf)
  tally.right += all.filter(token => within.has(token)).length
  tally.found += all.length
  tally.wanted += within.size
}

const tokensOf = ({ first, end }: Stretch): number[] =>
  Array.from({ length: end - first }, (_, i) => first + i)

/** In percent: 2 × right / (found + wanted). */
const f1 = ({ right, found, wanted }: Tally): string => ((200 * right) / (found + wanted || 1)).toFixed(2)

main(process.argv.slice(2))
