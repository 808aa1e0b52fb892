import type { Chain, Emissions, Lattice } from './sequence-model.js'

/** A run of tokens [first, end) of a sequence with the label it begins with; `value` grows with its probability. */
interface LikelySpan {
  first: number
  end: number
  begins: number
  value: number
}

/** What a span's probability must exceed to be worth having; chosen, as the two below, on held-out articles of train. */
export const LEAST = 0.2
/** Below these a beginning, or a span, is not looked at. */
const LEAST_BEGINNING = 0.02
const LEAST_SPAN = 0.004

/**
 * One label a token such that the expected number of exactly right spans is greatest, at `LEAST` for each given
 * (minimum Bayes risk; the best path is right most often as a whole, and too often split or run together).
 */
export function likelyPath(chain: Chain, emissions: Emissions, lattice: Lattice): Uint8Array {
  const path = new Uint8Array(emissions.length)
  for (const { first, end, begins } of bestDisjoint(likelySpans(chain, emissions, lattice), path.length)) {
    path[first] = begins
    path.fill(chain.insideOf[begins]!, first + 1, end)
  }
  return path
}

/** Every span that is likely enough, of all variants of its role together, in order of its first token. */
function likelySpans(chain: Chain, emissions: Emissions, lattice: Lattice): LikelySpan[] {
  const likely: LikelySpan[] = []
  const count = chain.labels.length
  const onwards = new Onwards(chain, emissions, lattice)
  for (let first = 0; first < emissions.length; first++) {
    for (const beginnings of chain.beginnings) {
      const found: Weighed[] = []
      for (const begins of beginnings) {
        const chance = lattice.marginals[first * count + begins]!
        if (chance >= LEAST_BEGINNING) walk(onwards, begins, first, chance, found)
      }
      for (const span of found) if (span.value > 0) likely.push(span)
    }
  }
  return likely
}

/** A span of whose variants the likeliest has probability `most`. */
type Weighed = LikelySpan & { most: number }

/** Adds to `found` how probable the span is that begins at `first`, for each of its ends. */
function walk(onwards: Onwards, begins: number, first: number, chance: number, found: Weighed[]): void {
  let probability = chance
  for (let end = first + 1; probability > LEAST_SPAN; end++) {
    const goesOn = onwards.chance(end, begins, end === first + 1)
    const ends = probability * (1 - goesOn)
    if (ends > LEAST_SPAN) weigh(found, first, end, begins, ends)
    probability *= goesOn
  }
}

function weigh(found: Weighed[], first: number, end: number, begins: number, probability: number): void {
  const span = found.find(other => other.end === end)
  if (span === undefined) {
    found.push({ first, end, begins, value: probability - LEAST, most: probability })
    return
  }
  span.value += probability
  if (probability > span.most) {
    span.most = probability
    span.begins = begins
  }
}

/** How probable it is that a span goes on with a token; spans that began at different tokens share what was worked out. */
class Onwards {
  /** By token and label; below 0: not known yet. */
  private readonly known: Float64Array

  constructor(
    private readonly chain: Chain,
    private readonly emissions: Emissions,
    private readonly lattice: Lattice,
  ) {
    this.known = new Float64Array(emissions.length * chain.labels.length).fill(-1)
  }

  /** Whether a span that began with label `begins`, perhaps at the token before (`isNew`), goes on with token `i`. */
  chance(i: number, begins: number, isNew: boolean): number {
    if (i >= this.emissions.length) return 0
    const inside = this.chain.insideOf[begins]!
    if (isNew) return this.follows(i, begins, inside)
    const place = i * this.chain.labels.length + inside
    if (this.known[place]! < 0) this.known[place] = this.follows(i, inside, inside)
    return this.known[place]!
  }

  /** The probability of `label` at token `i` where `before` is the label of the token before. */
  private follows(i: number, before: number, label: number): number {
    const { factors, labels } = this.chain
    const { local, backward } = this.lattice
    const count = labels.length
    const base = (this.emissions.kinds[i]! * count + before) * count
    let sum = 0
    let wanted = 0
    for (let k = 0; k < count; k++) {
      const weight = factors[base + k]! * local[i * count + k]! * backward[i * count + k]!
      sum += weight
      if (k === label) wanted = weight
    }
    return sum > 0 ? wanted / sum : 0
  }
}

function bestDisjoint(spans: readonly LikelySpan[], length: number): LikelySpan[] {
  const ending: LikelySpan[][] = []
  for (const span of spans) {
    const others = ending[span.end]
    if (others === undefined) ending[span.end] = [span]
    else others.push(span)
  }
  const best = new Float64Array(length + 1)
  const last: (LikelySpan | null)[] = [null]
  for (let i = 1; i <= length; i++) {
    best[i] = best[i - 1]!
    last.push(null)
    for (const span of ending[i] ?? []) {
      if (best[span.first]! + span.value <= best[i]!) continue
      best[i] = best[span.first]! + span.value
      last[i] = span
    }
  }
  const chosen: LikelySpan[] = []
  for (let i = length; i > 0; ) {
    const span = last[i]
    if (span) chosen.push(span)
    i = span ? span.first : i - 1
  }
  return chosen
}
