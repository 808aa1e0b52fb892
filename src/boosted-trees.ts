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

/** Reads numbers parted by white space; leaves are in thousandths. */
export function treesFrom(depth: number, features: string, thresholds: string, leaves: string): BoostedTrees {
  const numbers = (text: string) => text.trim().split(/\s+/).map(Number)
  return {
    depth,
    features: Uint8Array.from(numbers(features)),
    thresholds: Float64Array.from(numbers(thresholds)),
    leaves: Float64Array.from(numbers(leaves), leaf => leaf / 1000),
  }
}

/**
 * The sum for each of the rows, tree by tree instead of row by row. A comparison is the sign bit of a difference, because a
 * processor guesses badly which way a split goes.
 */
export function sumsOfTrees(
  { depth, features, thresholds, leaves }: BoostedTrees,
  rows: readonly (readonly number[])[],
): Float64Array {
  const count = rows.length
  const columns = columnsOf(rows)
  const sums = new Float64Array(count)
  const leaf = new Uint32Array(count)
  const differences = new Float64Array(count)
  const halves = new Uint32Array(differences.buffer)
  for (let split = 0, offset = 0; split < features.length; offset += 1 << depth) {
    leaf.fill(0)
    for (let level = 0; level < depth; level++, split++) {
      const column = columns[features[split]!]!
      const threshold = thresholds[split]!
      for (let row = 0; row < count; row++) differences[row] = threshold - column[row]!
      for (let row = 0; row < count; row++)
        leaf[row] = (leaf[row]! << 1) | (halves[2 * row + HIGH_HALF]! >>> 31)
    }
    for (let row = 0; row < count; row++) sums[row]! += leaves[offset + leaf[row]!]!
  }
  return sums
}

const HIGH_HALF = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 1 : 0

function columnsOf(rows: readonly (readonly number[])[]): Float64Array[] {
  const width = rows[0]?.length ?? 0
  return Array.from({ length: width }, (_, feature) => Float64Array.from(rows, row => row[feature]!))
}
