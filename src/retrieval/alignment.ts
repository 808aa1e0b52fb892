import { alone, type CanonicalWord, canonicalWords, joinCompounds } from './canonical-words.js'
import type { Recollection } from './recollection.js'
import type { Word } from './words.js'

/** How remembered words stand against a stretch of the record. */
export interface Alignment {
  /** Both sides in canonical form. */
  remembered: readonly CanonicalWord[]
  recorded: readonly CanonicalWord[]
  /** Share of the remembered words' weight found on the record, in [0, 1]; words out of order count for less. */
  score: number
  /** How far each remembered word is found, in [0, 1]. */
  found: ArrayLike<number>
  /** Pairs of indexes (remembered, recorded), rising in both. */
  pairs: readonly (readonly [remembered: number, recorded: number])[]
  /** Whether the remembered words stand there word for word, side by side. */
  exact: boolean
}

/** A sentence seen through remembered words. */
export interface Sighting {
  words: readonly Word[]
  recorded: readonly CanonicalWord[]
  columns: readonly Column[]
  /** The most that each remembered word can be found here. */
  most: Float64Array
}

/** A recorded word that is like some remembered one. */
interface Column {
  at: number
  likeness: Float64Array
}

/** Part of a word's weight that counts when it is found, but out of order. */
const OUT_OF_ORDER = 0.7
/** Cost of each step over recorded words between two found ones, as a share of the mean weight: prefers close company. */
const GAP = 0.01

export function sight(recollection: Recollection, words: readonly Word[]): Sighting {
  const recorded = joinCompounds(canonicalWords(words), recollection.compounds)
  const columns: Column[] = []
  const most = new Float64Array(recollection.words.length)
  for (let at = 0; at < recorded.length; at++) {
    const likeness = recollection.likeness(recorded[at]!)
    if (!likeness) continue
    columns.push({ at, likeness })
    for (let i = 0; i < most.length; i++) if (likeness[i]! > most[i]!) most[i] = likeness[i]!
  }
  return { words, recorded, columns, most }
}

/** No alignment with the sentences together scores more. */
export function boundOf({ typed, weights, total }: Recollection, sightings: readonly Sighting[]): number {
  if (sightings.some(({ words }) => indexOfRun(typed, words) >= 0)) return 1
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    let most = 0
    for (const sighting of sightings) if (sighting.most[i]! > most) most = sighting.most[i]!
    sum += weights[i]! * most
  }
  return total === 0 ? 0 : sum / total
}

/**
 * Order-aware alignment with sentences in a row: the common subsequence of greatest weight, then what is found out of order.
 */
export function align(recollection: Recollection, sightings: readonly Sighting[]): Alignment {
  const { typed, words: remembered, weights, total } = recollection
  const words = sightings.flatMap(sighting => sighting.words)
  const at = indexOfRun(typed, words)
  if (at >= 0) return exactAlignment(typed, words, at)
  const recorded = sightings.flatMap(sighting => sighting.recorded)
  if (total === 0) return { remembered, recorded, score: 0, found: [], pairs: [], exact: false }
  const columns = columnsOf(sightings)
  const pairs = heaviestSubsequence(columns, weights, (GAP * total) / weights.length)
  const found = foundOf(pairs, columns, weights.length)
  return {
    remembered,
    recorded,
    score: weights.reduce((sum, weight, i) => sum + weight * found[i]!, 0) / total,
    found,
    pairs: pairs.map(([i, j]) => [i, columns[j]!.at]),
    exact: false,
  }
}

/** Of sentences in a row, numbered through. */
function columnsOf(sightings: readonly Sighting[]): readonly Column[] {
  const [only] = sightings
  if (only && sightings.length === 1) return only.columns
  let before = 0
  return sightings.flatMap(({ columns, recorded }) => {
    const first = before
    before += recorded.length
    return columns.map(({ at, likeness }) => ({ at: first + at, likeness }))
  })
}

function exactAlignment(typed: readonly Word[], words: readonly Word[], at: number): Alignment {
  const asTyped = (word: Word): CanonicalWord => alone(word, word.stem)
  return {
    remembered: typed.map(asTyped),
    recorded: words.map(asTyped),
    score: 1,
    found: typed.map(() => 1),
    pairs: typed.map((_, i) => [i, at + i] as const),
    exact: true,
  }
}

function foundOf(
  pairs: readonly (readonly [number, number])[],
  columns: readonly Column[],
  count: number,
): Float64Array {
  const found = new Float64Array(count)
  for (const { likeness } of columns) {
    for (let i = 0; i < count; i++) {
      const like = OUT_OF_ORDER * likeness[i]!
      if (like > found[i]!) found[i] = like
    }
  }
  for (const [i, j] of pairs) found[i] = columns[j]!.likeness[i]!
  return found
}

/** Where all of `remembered` stands in `recorded` side by side, or −1. */
function indexOfRun(remembered: readonly Word[], recorded: readonly Word[]): number {
  const first = remembered[0]?.key
  if (first === undefined) return -1
  for (let at = 0; at + remembered.length <= recorded.length; at++) {
    if (recorded[at]!.key === first && remembered.every(({ key }, i) => recorded[at + i]!.key === key))
      return at
  }
  return -1
}

/**
 * Weighted longest common subsequence with a small cost for every recorded word passed over between two pairs; pairs are
 * (remembered, column).
 */
function heaviestSubsequence(
  columns: readonly Column[],
  weights: readonly number[],
  gap: number,
): [number, number][] {
  const height = weights.length + 1
  // best[j * height + i]: the heaviest alignment of the first i words and j columns, less the gaps since its last pair
  const best = new Float64Array((columns.length + 1) * height)
  for (let j = 1; j <= columns.length; j++) {
    const { likeness } = columns[j - 1]!
    const cost = stepTo(columns, j, gap)
    const row = j * height
    const before = row - height
    for (let i = 1; i < height; i++) {
      const like = likeness[i - 1]!
      let most = Math.max(0, best[row + i - 1]!, best[before + i]! - cost)
      if (like > 0) most = Math.max(most, best[before + i - 1]! - cost + like * weights[i - 1]!)
      best[row + i] = most
    }
  }
  return traceBack(best, columns, weights, gap)
}

/** The cost of going on from the column before the j-th. */
const stepTo = (columns: readonly Column[], j: number, gap: number): number =>
  j > 1 ? gap * (columns[j - 1]!.at - columns[j - 2]!.at - 1) : 0

function traceBack(
  best: Float64Array,
  columns: readonly Column[],
  weights: readonly number[],
  gap: number,
): [number, number][] {
  const height = weights.length + 1
  let i = weights.length
  let j = 0
  for (let column = 0; column <= columns.length; column++)
    if (best[column * height + i]! > best[j * height + i]!) j = column
  const pairs: [number, number][] = []
  while (i > 0 && j > 0 && best[j * height + i]! > 0) {
    const value = best[j * height + i]!
    const like = columns[j - 1]!.likeness[i - 1]!
    const cost = stepTo(columns, j, gap)
    if (like > 0 && value === best[(j - 1) * height + i - 1]! - cost + like * weights[i - 1]!)
      pairs.push([--i, --j])
    else if (value === best[j * height + i - 1]!) i--
    else if (value === best[(j - 1) * height + i]! - cost) j--
    else break
  }
  return pairs.reverse()
}
