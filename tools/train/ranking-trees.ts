import type { BoostedTrees } from '../../src/boosted-trees.js'

/** Candidates of one question, best first by the order before; `gold` marks the right ones. */
export interface RankingGroup {
  rows: readonly (readonly number[])[]
  gold: readonly boolean[]
  /** How many such questions it stands for; 1 by default. */
  weight?: number
}

export interface TreeSettings {
  trees: number
  depth: number
  rate: number
  /** Added to the sum of second derivatives: pulls leaves to zero. */
  ridge: number
  /** The share of features that a tree may use. */
  featureShare: number
  /** The share of groups that a tree is grown on. */
  groupShare: number
  seed: number
}

const BINS = 64

interface Table {
  columns: Uint8Array[]
  edges: number[][]
  starts: Int32Array
  target: Float32Array
  weights: Float32Array
}

/**
 * Gradient boosting with the list-wise softmax loss (Cao et al., "Learning to rank: from pairwise approach to listwise
 * approach", ICML 2007) and Newton steps in the leaves. Groups without a right candidate teach nothing and are left out.
 */
export function trainTrees(groups: readonly RankingGroup[], settings: TreeSettings): BoostedTrees {
  const table = tabulate(groups.filter(({ gold }) => gold.includes(true)))
  const rows = table.target.length
  const scores = new Float64Array(rows)
  const slopes = { gradient: new Float32Array(rows), curvature: new Float32Array(rows) }
  const random = randomNumbers(settings.seed)
  const model = {
    depth: settings.depth,
    features: [] as number[],
    thresholds: [] as number[],
    leaves: [] as number[],
  }
  for (let tree = 0; tree < settings.trees; tree++) {
    differentiate(table, scores, slopes, settings.groupShare, random)
    growTree(table, { ...slopes, taught: rowsThatTeach(slopes) }, settings, random, model, scores)
  }
  return model
}

function tabulate(groups: readonly RankingGroup[]): Table {
  const rows = groups.flatMap(group => group.rows)
  const width = rows[0]?.length ?? 0
  const edges = Array.from({ length: width }, (_, feature) => quantiles(rows.map(row => row[feature]!)))
  const columns = edges.map((cuts, feature) => Uint8Array.from(rows, row => binOf(cuts, row[feature]!)))
  const starts = new Int32Array(groups.length + 1)
  for (const [index, group] of groups.entries()) starts[index + 1] = starts[index]! + group.rows.length
  const target = Float32Array.from(
    groups.flatMap(({ gold }) => gold.map(right => (right ? 1 / gold.filter(Boolean).length : 0))),
  )
  const weights = Float32Array.from(groups, ({ weight = 1 }) => weight)
  return { columns, edges, starts, target, weights }
}

/** Cuts half way between values, so that thresholds are not tied to one value of the data. */
function quantiles(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort()
  const cuts = new Set<number>()
  for (let i = 1; i < BINS; i++) {
    const at = Math.floor((i * sorted.length) / BINS)
    const above = sorted.subarray(at).find(value => value > sorted[at]!)
    if (above !== undefined) cuts.add(Number(((sorted[at]! + above) / 2).toPrecision(4)))
  }
  return [...cuts].sort((a, b) => a - b)
}

/** How many cuts the value is above. */
function binOf(cuts: readonly number[], value: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > cuts[middle]!) low = middle + 1
    else high = middle
  }
  return low
}

/** Of the loss by each row's score, first and second. */
interface Slopes {
  gradient: Float32Array
  curvature: Float32Array
}

interface Lesson extends Slopes {
  /** The rows that add something to a sum. */
  taught: Int32Array
}

function differentiate(
  { starts, target, weights }: Table,
  scores: Float64Array,
  { gradient, curvature }: Slopes,
  groupShare: number,
  random: () => number,
): void {
  for (let group = 0; group + 1 < starts.length; group++) {
    const start = starts[group]!
    const end = starts[group + 1]!
    const used = random() < groupShare ? weights[group]! : 0
    const highest = Math.max(...scores.subarray(start, end))
    let sum = 0
    for (let row = start; row < end; row++) sum += Math.exp(scores[row]! - highest)
    for (let row = start; row < end; row++) {
      const probability = Math.exp(scores[row]! - highest) / sum
      gradient[row] = used * (target[row]! - probability)
      curvature[row] = used * probability * (1 - probability)
    }
  }
}

/** Not those of groups that are left out of a tree: to pass over them changes no sum. */
function rowsThatTeach({ gradient, curvature }: Slopes): Int32Array {
  const rows = new Int32Array(gradient.length)
  let count = 0
  for (let row = 0; row < rows.length; row++)
    if (gradient[row] !== 0 || curvature[row] !== 0) rows[count++] = row
  return rows.subarray(0, count)
}

type Growing = { depth: number; features: number[]; thresholds: number[]; leaves: number[] }

function growTree(
  table: Table,
  lesson: Lesson,
  settings: TreeSettings,
  random: () => number,
  model: Growing,
  scores: Float64Array,
): void {
  const leaf = new Uint8Array(scores.length)
  const usable = table.columns.map((_, feature) => feature).filter(() => random() < settings.featureShare)
  for (let level = 0; level < settings.depth; level++) {
    const { feature, bin } = bestSplit(table, usable, leaf, 1 << level, lesson, settings.ridge)
    model.features.push(feature)
    model.thresholds.push(table.edges[feature]![bin] ?? Number.MAX_VALUE)
    const column = table.columns[feature]!
    for (let row = 0; row < leaf.length; row++) leaf[row] = (leaf[row]! << 1) | (column[row]! > bin ? 1 : 0)
  }
  const steps = leafSteps(leaf, 1 << settings.depth, lesson, settings)
  for (let row = 0; row < leaf.length; row++) scores[row]! += steps[leaf[row]!]!
  model.leaves.push(...steps)
}

function bestSplit(
  { columns, edges }: Table,
  usable: readonly number[],
  leaf: Uint8Array,
  leaves: number,
  { gradient, curvature, taught }: Lesson,
  ridge: number,
): { feature: number; bin: number } {
  let best = { feature: usable[0] ?? 0, bin: BINS, gain: Number.NEGATIVE_INFINITY }
  const sums = new Float64Array(leaves * BINS)
  const curves = new Float64Array(leaves * BINS)
  for (const feature of usable) {
    sums.fill(0)
    curves.fill(0)
    const column = columns[feature]!
    for (let i = 0; i < taught.length; i++) {
      const row = taught[i]!
      const at = leaf[row]! * BINS + column[row]!
      sums[at]! += gradient[row]!
      curves[at]! += curvature[row]!
    }
    const gains = gainsOfCuts(sums, curves, leaves, ridge)
    for (let bin = 0; bin < edges[feature]!.length; bin++)
      if (gains[bin]! > best.gain) best = { feature, bin, gain: gains[bin]! }
  }
  return best
}

function gainsOfCuts(sums: Float64Array, curves: Float64Array, leaves: number, ridge: number): Float64Array {
  const gains = new Float64Array(BINS)
  for (let leaf = 0; leaf < leaves; leaf++) {
    const start = leaf * BINS
    let allSum = 0
    let allCurve = 0
    for (let bin = start; bin < start + BINS; bin++) {
      allSum += sums[bin]!
      allCurve += curves[bin]!
    }
    let sum = 0
    let curve = 0
    for (let bin = 0; bin < BINS; bin++) {
      sum += sums[start + bin]!
      curve += curves[start + bin]!
      gains[bin]! += sum ** 2 / (curve + ridge) + (allSum - sum) ** 2 / (allCurve - curve + ridge)
    }
  }
  return gains
}

function leafSteps(
  leaf: Uint8Array,
  leaves: number,
  { gradient, curvature, taught }: Lesson,
  { ridge, rate }: TreeSettings,
): number[] {
  const sums = new Float64Array(leaves)
  const curves = new Float64Array(leaves)
  for (const row of taught) {
    sums[leaf[row]!]! += gradient[row]!
    curves[leaf[row]!]! += curvature[row]!
  }
  return Array.from(sums, (sum, index) => (rate * sum) / (curves[index]! + ridge))
}

/** Mulberry32: the same numbers for the same seed everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
