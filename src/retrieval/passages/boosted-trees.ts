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
