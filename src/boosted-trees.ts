/**
 * A sum of symmetric trees: all splits of one level ask the same, so that a tree is a table. Flat, in order of tree:
 * `features` and `thresholds` have `depth` entries a tree, `leaves` 2 ** `depth`.
 */
export interface BoostedTrees {
  depth: number
  features: ArrayLike<number>
  thresholds: ArrayLike<number>
  leaves: ArrayLike<number>
}

export function sumOfTrees(
  { depth, features, thresholds, leaves }: BoostedTrees,
  row: ArrayLike<number>,
): number {
  const splits = features.length
  let sum = 0
  let offset = 0
  for (let split = 0; split < splits; ) {
    let leaf = 0
    for (let level = 0; level < depth; level++, split++)
      leaf = (leaf << 1) | (row[features[split]!]! > thresholds[split]! ? 1 : 0)
    sum += leaves[offset + leaf]!
    offset += 1 << depth
  }
  return sum
}

/** Reads numbers parted by white space, when they are first looked at; leaves are in thousandths. */
export function treesFrom(depth: number, features: string, thresholds: string, leaves: string): BoostedTrees {
  let read: BoostedTrees | undefined
  const trees = (): BoostedTrees => {
    read ??= {
      depth,
      features: Uint8Array.from(numbersOf(features)),
      thresholds: Float64Array.from(numbersOf(thresholds)),
      leaves: Float64Array.from(numbersOf(leaves), leaf => leaf / 1000),
    }
    return read
  }
  return {
    depth,
    get features() {
      return trees().features
    },
    get thresholds() {
      return trees().thresholds
    },
    get leaves() {
      return trees().leaves
    },
  }
}

const numbersOf = (text: string): number[] => text.trim().split(/\s+/).map(Number)

/**
 * The sum for each of the rows, tree by tree instead of row by row. A value becomes the number of its feature's thresholds
 * below it, a byte, so that one subtraction compares four rows with a threshold: the high bit of a byte tells.
 * Throws `RangeError` for trees deeper than 8 or with more than 127 thresholds of one feature.
 */
export function sumsOfTrees(trees: BoostedTrees, rows: readonly (readonly number[])[]): Float64Array {
  const { depth, features, leaves } = trees
  const { ranks, thresholdsOf } = binsOf(trees)
  const columns = thresholdsOf.map((thresholds, feature) => binned(rows, feature, thresholds))
  const sums = new Float64Array(rows.length)
  const fours = new Int32Array((rows.length + 3) >> 2)
  const leaf = new Uint8Array(fours.buffer)
  for (let split = 0, offset = 0; split < features.length; offset += 1 << depth) {
    fours.fill(0)
    for (let level = 0; level < depth; level++, split++) {
      const column = columns[features[split]!]!
      const rank = ranks[split]!
      for (let four = 0; four < fours.length; four++)
        fours[four] = (fours[four]! << 1) | ((~(rank - column[four]!) & HIGH_BITS) >>> 7)
    }
    for (let row = 0; row < sums.length; row++) sums[row]! += leaves[offset + leaf[row]!]!
  }
  return sums
}

const HIGH_BITS = 0x80808080
const MOST_THRESHOLDS = 127
const DEEPEST = 8

interface Bins {
  /** Of each split's threshold among its feature's, from 0, in all four bytes, with their high bits set. */
  ranks: Int32Array
  /** The different thresholds of each feature, rising. */
  thresholdsOf: Float64Array[]
}

const knownBins = new WeakMap<BoostedTrees, Bins>()

function binsOf(trees: BoostedTrees): Bins {
  const known = knownBins.get(trees)
  if (known) return known
  const thresholdsOf = differentThresholds(trees)
  const most = Math.max(0, ...thresholdsOf.map(({ length }) => length))
  if (most > MOST_THRESHOLDS || trees.depth > DEEPEST)
    throw new RangeError(
      `Trees of depth ${trees.depth} with ${most} thresholds of one feature; at most ${DEEPEST} and ${MOST_THRESHOLDS} can be summed row by row together.`,
    )
  const ranks = Int32Array.from(
    trees.features,
    (feature, split) =>
      (thresholdsBelow(thresholdsOf[feature]!, trees.thresholds[split]!) * EVERY_BYTE) | HIGH_BITS,
  )
  const bins = { ranks, thresholdsOf }
  knownBins.set(trees, bins)
  return bins
}

const EVERY_BYTE = 0x01010101

function differentThresholds({ features, thresholds }: BoostedTrees): Float64Array[] {
  const asked: Set<number>[] = []
  for (let split = 0; split < features.length; split++) {
    while (asked.length <= features[split]!) asked.push(new Set())
    asked[features[split]!]!.add(thresholds[split]!)
  }
  return asked.map(set => Float64Array.from(set).sort())
}

/** The bytes of a feature's values, four to a number, in the order of the rows. */
function binned(rows: readonly (readonly number[])[], feature: number, thresholds: Float64Array): Int32Array {
  const fours = new Int32Array((rows.length + 3) >> 2)
  const bytes = new Uint8Array(fours.buffer)
  if (thresholds.length > 0)
    for (let row = 0; row < rows.length; row++) bytes[row] = thresholdsBelow(thresholds, rows[row]![feature]!)
  return fours
}

/** How many of the rising thresholds are less than the value. */
function thresholdsBelow(thresholds: Float64Array, value: number): number {
  let low = 0
  let high = thresholds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (thresholds[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
