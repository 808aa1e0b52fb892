import { type Chain, type Emissions, type Lattice, mayFollow } from './sequence-model.js'

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
export function likelyPath(model: Chain, emissions: Emissions, lattice: Lattice): Uint8Array {
  const path = new Uint8Array(emissions.length)
  for (const { first, end, begins } of bestDisjoint(likelySpans(model, emissions, lattice), path.length)) {
    path[first] = begins
    path.fill(insideOf(model, begins), first + 1, end)
  }
  return path
}

const insideOf = ({ labels }: Chain, begins: number): number =>
  labels.findIndex(label => !label.begins && mayFollow(labels[begins]!, label) && label.role !== null)

/** Every span that is likely enough, of all variants of its role together, in order of its first token. */
function likelySpans(model: Chain, emissions: Emissions, lattice: Lattice): LikelySpan[] {
  const likely: LikelySpan[] = []
  const count = model.labels.length
  const roles = beginningsByRole(model)
  for (let first = 0; first < emissions.length; first++) {
    for (const beginnings of roles) {
      const found: (LikelySpan & { most: number })[] = []
      for (const begins of beginnings) {
        const start = lattice.marginals[first * count + begins]!
        if (start < LEAST_BEGINNING) continue
        walk(model, emissions, lattice, begins, first, start, (end, probability) => {
          const span = found.find(other => other.end === end)
          if (span === undefined)
            found.push({ first, end, begins, value: probability - LEAST, most: probability })
          else {
            span.value += probability
            if (probability > span.most) {
              span.most = probability
              span.begins = begins
            }
          }
        })
      }
      for (const span of found) if (span.value > 0) likely.push(span)
    }
  }
  return likely
}

/** The labels that begin a span, those of a role together. */
function beginningsByRole({ labels }: Chain): number[][] {
  const roles = new Map<string | null, number[]>()
  for (const [k, { role, begins }] of labels.entries()) {
    if (begins) roles.set(role, [...(roles.get(role) ?? []), k])
  }
  return [...roles.values()]
}

/** Says of each end how probable the span is that begins at `first`. */
function walk(
  model: Chain,
  emissions: Emissions,
  lattice: Lattice,
  begins: number,
  first: number,
  start: number,
  visit: (end: number, probability: number) => void,
): void {
  const inside = insideOf(model, begins)
  let before = begins
  let probability = start
  for (let end = first + 1; probability > LEAST_SPAN; end++) {
    const goesOn = end < emissions.length ? continuation(model, emissions, lattice, end, before, inside) : 0
    const ends = probability * (1 - goesOn)
    if (ends > LEAST_SPAN) visit(end, ends)
    probability *= goesOn
    before = inside
  }
}

/** The probability of `label` at token `i` where `before` is the label of the token before. */
function continuation(
  { labels, factors }: Chain,
  { kinds }: Emissions,
  { local, backward }: Lattice,
  i: number,
  before: number,
  label: number,
): number {
  const count = labels.length
  const base = (kinds[i]! * count + before) * count
  let sum = 0
  let wanted = 0
  for (let k = 0; k < count; k++) {
    const weight = factors[base + k]! * local[i * count + k]! * backward[i * count + k]!
    sum += weight
    if (k === label) wanted = weight
  }
  return sum > 0 ? wanted / sum : 0
}

function bestDisjoint(spans: readonly LikelySpan[], length: number): LikelySpan[] {
  const ending = new Map<number, LikelySpan[]>()
  for (const span of spans) ending.set(span.end, [...(ending.get(span.end) ?? []), span])
  const best = new Float64Array(length + 1)
  const last: (LikelySpan | null)[] = [null]
  for (let i = 1; i <= length; i++) {
    best[i] = best[i - 1]!
    last[i] = null
    for (const span of ending.get(i) ?? []) {
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
