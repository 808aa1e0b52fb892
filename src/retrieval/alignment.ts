import type { Difference } from './answer.js'
import {
  type CanonicalWord,
  type Compounds,
  canonicalWords,
  compoundsOf,
  joinCompounds,
} from './canonical-words.js'
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

/** Part of a word's weight that counts when it is found, but out of order. */
const OUT_OF_ORDER = 0.6
const SAME_FORM = 0.95
const SAME_STEM = 0.9
/** "won't" for "will". */
const PART_OF_FORM = 0.5
const MISTYPED = 0.75
/** Cost of each step over recorded words between two found ones, as a share of the mean weight: prefers close company. */
const GAP = 0.01

/** Compares words with the remembered ones, each different word once. */
export class Recollection {
  readonly words: readonly CanonicalWord[]
  readonly #halves: ReadonlyMap<string, readonly number[]>
  readonly weights: readonly number[]
  readonly total: number
  readonly compounds: Compounds
  readonly #likeness = new Map<string, Float64Array | null>()

  constructor(
    /** As they were typed. */
    readonly typed: readonly Word[],
    weigh: (word: CanonicalWord) => number,
  ) {
    this.words = canonicalWords(typed)
    this.weights = this.words.map(weigh)
    this.total = this.weights.reduce((sum, weight) => sum + weight, 0)
    this.#halves = new Map(
      this.words.slice(1).map(({ key }, i) => [this.words[i]!.key + key, [i, i + 1]] as const),
    )
    this.compounds = compoundsOf(typed)
  }

  /** How like a recorded word is to each remembered one; null when it is like none. */
  likeness(recorded: CanonicalWord): Float64Array | null {
    const known = this.#likeness.get(recorded.text)
    if (known !== undefined) return known
    const likeness = Float64Array.from(this.words, word => likenessOf(word, recorded))
    for (const half of this.#halves.get(recorded.key) ?? [])
      likeness[half] = Math.max(likeness[half]!, SAME_FORM)
    const found = likeness.some(like => like > 0) ? likeness : null
    this.#likeness.set(recorded.text, found)
    return found
  }
}

/**
 * Order-aware alignment with sentences in a row: the common subsequence of greatest weight, then what is found out of order.
 */
export function align(recollection: Recollection, sentences: readonly (readonly Word[])[]): Alignment {
  const words = sentences.flat()
  const { typed, words: remembered, weights, total, compounds } = recollection
  const at = indexOfRun(typed, words)
  if (at >= 0) return exactAlignment(typed, words, at)
  const recorded = joinCompounds(sentences.flatMap(canonicalWords), compounds)
  if (total === 0) return { remembered, recorded, score: 0, found: [], pairs: [], exact: false }
  const columns = recorded.flatMap((word, place): Column[] => {
    const likeness = recollection.likeness(word)
    return likeness ? [{ at: place, likeness }] : []
  })
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

function exactAlignment(typed: readonly Word[], words: readonly Word[], at: number): Alignment {
  const asTyped = (word: Word): CanonicalWord => ({ ...word, form: word.stem, stems: [word.stem] })
  return {
    remembered: typed.map(asTyped),
    recorded: words.map(asTyped),
    score: 1,
    found: typed.map(() => 1),
    pairs: typed.map((_, i) => [i, at + i] as const),
    exact: true,
  }
}

/** A recorded word that is like some remembered one. */
interface Column {
  at: number
  likeness: Float64Array
}

function foundOf(
  pairs: readonly (readonly [number, number])[],
  columns: readonly Column[],
  count: number,
): Float64Array {
  const found = new Float64Array(count)
  for (const { likeness } of columns)
    for (const [i, like] of likeness.entries()) found[i] = Math.max(found[i]!, OUT_OF_ORDER * like)
  for (const [i, j] of pairs) found[i] = columns[j]!.likeness[i]!
  return found
}

/** Where all of `remembered` stands in `recorded` side by side, or −1. */
function indexOfRun(remembered: readonly Word[], recorded: readonly Word[]): number {
  if (remembered.length === 0) return -1
  for (let at = 0; at + remembered.length <= recorded.length; at++) {
    if (remembered.every(({ key }, i) => recorded[at + i]!.key === key)) return at
  }
  return -1
}

/** 1 for the same word, less for another form of it or a typing error, else 0. */
function likenessOf(a: CanonicalWord, b: CanonicalWord): number {
  if (a.key === b.key) return 1
  if (a.form === b.form) return a.form === a.stem ? SAME_STEM : SAME_FORM
  if (a.form.startsWith('#') || b.form.startsWith('#')) return 0
  if (a.stems.length === 1 && b.stems.length === 1 && a.stem === b.stem) return SAME_STEM
  if (a.form.startsWith(`${b.form} `) || b.form.startsWith(`${a.form} `)) return PART_OF_FORM
  return isMistyped(a.key, b.key) ? MISTYPED : 0
}

/** One typing error in words of five letters or more, two from nine on; the first letter is seldom wrong. */
function isMistyped(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length)
  if (longest < 5 || a.charCodeAt(0) !== b.charCodeAt(0)) return false
  const allowed = longest >= 9 ? 2 : 1
  if (Math.abs(a.length - b.length) > allowed || HAS_DIGIT.test(a) || HAS_DIGIT.test(b)) return false
  return editDistance(a, b, allowed) <= allowed
}

const HAS_DIGIT = /\d/

/** Damerau–Levenshtein (adjacent letters swapped count once); stops early above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    if (Math.min(...row) > limit) return limit + 1
    before = last
    last = row
  }
  return last[b.length]!
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
  const width = columns.length + 1
  // best[i * width + j]: the heaviest alignment of the first i words and j columns, less the gaps since its last pair
  const best = new Float64Array((weights.length + 1) * width)
  for (let i = 1; i <= weights.length; i++) {
    for (let j = 1; j < width; j++) {
      const like = columns[j - 1]!.likeness[i - 1]!
      const paired =
        like > 0 ? best[(i - 1) * width + j - 1]! - step(columns, j, gap) + like * weights[i - 1]! : 0
      best[i * width + j] = Math.max(
        paired,
        best[(i - 1) * width + j]!,
        best[i * width + j - 1]! - step(columns, j, gap),
        0,
      )
    }
  }
  return traceBack(best, columns, weights, gap)
}

/** The cost of going on from the column before the j-th. */
const step = (columns: readonly Column[], j: number, gap: number): number =>
  j > 1 ? gap * (columns[j - 1]!.at - columns[j - 2]!.at - 1) : 0

function traceBack(
  best: Float64Array,
  columns: readonly Column[],
  weights: readonly number[],
  gap: number,
): [number, number][] {
  const width = columns.length + 1
  let i = weights.length
  let j = 0
  for (let column = 0; column < width; column++)
    if (best[i * width + column]! > best[i * width + j]!) j = column
  const pairs: [number, number][] = []
  while (i > 0 && j > 0 && best[i * width + j]! > 0) {
    const value = best[i * width + j]!
    const like = columns[j - 1]!.likeness[i - 1]!
    const cost = step(columns, j, gap)
    if (like > 0 && value === best[(i - 1) * width + j - 1]! - cost + like * weights[i - 1]!)
      pairs.push([--i, --j])
    else if (value === best[(i - 1) * width + j]!) i--
    else if (value === best[i * width + j - 1]! - cost) j--
    else break
  }
  return pairs.reverse()
}

/** Where the remembered words and the record part, between the first and the last word they share. */
export function differencesOf({ remembered, recorded, pairs, exact }: Alignment): Difference[] {
  const first = pairs[0]
  if (exact || !first) return []
  const differences: Difference[] = []
  let i = 0
  let j = first[1]
  for (const [to, at] of [...pairs, [remembered.length, (pairs.at(-1) ?? first)[1] + 1] as const]) {
    differences.push(
      ...partings(remembered.slice(i, to), recorded.slice(j, at), recorded[j]?.start ?? recorded.at(-1)!.end),
    )
    const record = recorded[at]
    if (to < remembered.length && record) differences.push(compared(remembered[to]!, record))
    i = to + 1
    j = at + 1
  }
  return differences
}

const compared = ({ text, key }: Word, record: Word): Difference =>
  key === record.key
    ? { op: 'same', recorded: [record.start, record.end] }
    : { op: 'changed', remembered: text, recorded: [record.start, record.end] }

/** The words between two that agree: those remembered in the place of others, then what one side has more. */
function partings(remembered: readonly Word[], recorded: readonly Word[], end: number): Difference[] {
  const changed = Math.min(remembered.length, recorded.length)
  return [
    ...remembered.slice(0, changed).map((word, k) => compared(word, recorded[k]!)),
    ...recorded
      .slice(changed)
      .map(({ start, end }): Difference => ({ op: 'missing', recorded: [start, end] })),
    ...remembered.slice(changed).map(
      ({ text }): Difference => ({
        op: 'added',
        remembered: text,
        at: recorded.at(-1)?.end ?? end,
      }),
    ),
  ]
}
