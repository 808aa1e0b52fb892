import type { EmissionWeights } from './emission-weights.js'

/**
 * A linear-chain conditional random field over hashed features: the decoder only (the trainer is in tools/train).
 * Lafferty, McCallum and Pereira 2001.
 */
export interface SequenceModel {
  labels: readonly Label[]
  weights: EmissionWeights
  /** What one unit of a label's weights is worth. */
  scales: Float32Array
  /** [kind of token][label before][label]: `KINDS` × L × L. */
  transitions: Float32Array
}

export type Role = 'source' | 'cue' | 'content'

export interface Label {
  role: Role | null
  /** Whether a span begins here; false for every label without a role. */
  begins: boolean
  /** Which of the role's variants: a span keeps its variant from beginning to end. */
  variant: number
}

/** How many kinds of token the transitions tell apart. */
export const KINDS = 11

/** What a forbidden transition costs. */
export const NEVER = -1e9

/** Whether `label` may follow `before` (null: at the beginning of a sequence). */
export function mayFollow(before: Label | null, label: Label): boolean {
  if (label.role === null || label.begins) return true
  return before !== null && before.role === label.role && before.variant === label.variant
}

/** Unnormalised scores of a sequence: [token][label], and perhaps more room. */
export interface Emissions {
  length: number
  scores: Float32Array
  /** In [0, KINDS). */
  kinds: Uint8Array
}

/** What the probabilities of a sequence are made of: [token][label] each, and perhaps more room. */
export interface Lattice {
  /** The exponential of each score, less that of the token's best. */
  local: Float64Array
  /** Of all ways to come to the token, and to go on after it, in proportion. */
  forward: Float64Array
  backward: Float64Array
  /** The probability of each label at each token. */
  marginals: Float32Array
}

export const emptyLattice = (size: number): Lattice => ({
  local: new Float64Array(size),
  forward: new Float64Array(size),
  backward: new Float64Array(size),
  marginals: new Float32Array(size),
})

/** A model without its emissions, for any number of sequences. */
export interface Chain {
  labels: readonly Label[]
  /** The exponential of each transition. */
  factors: Float64Array
  /** The labels that begin a span, those of a role together. */
  beginnings: readonly (readonly number[])[]
  /** For each label that begins a span, the one that goes on with it. */
  insideOf: readonly number[]
}

export const chainOf = ({ labels, transitions }: Pick<SequenceModel, 'labels' | 'transitions'>): Chain => ({
  labels,
  factors: new Float64Array(transitions).map(Math.exp),
  beginnings: beginningsByRole(labels),
  insideOf: labels.map(before =>
    labels.findIndex(label => !label.begins && label.role !== null && mayFollow(before, label)),
  ),
})

function beginningsByRole(labels: readonly Label[]): number[][] {
  const roles = new Map<string | null, number[]>()
  for (const [k, { role, begins }] of labels.entries()) {
    if (begins) roles.set(role, [...(roles.get(role) ?? []), k])
  }
  return [...roles.values()]
}

/** Forward–backward, into `lattice`. Time: length × labels². */
export function latticeOf(
  { labels, factors }: Chain,
  { length, scores, kinds }: Emissions,
  lattice = emptyLattice(length * labels.length),
): Lattice {
  if (length === 0) return lattice
  const count = labels.length
  const { local, forward, backward, marginals } = lattice
  for (let i = 0; i < length; i++) {
    let top = Number.NEGATIVE_INFINITY
    for (let k = 0; k < count; k++) {
      const score = scores[i * count + k]!
      if (score > top) top = score
    }
    for (let k = 0; k < count; k++) local[i * count + k] = Math.exp(scores[i * count + k]! - top)
  }
  const before = new Float64Array(count)
  for (let k = 0; k < count; k++) forward[k] = mayFollow(null, labels[k]!) ? local[k]! : 0
  normalise(forward, 0, count)
  for (let i = 1; i < length; i++) {
    const base = kinds[i]! * count * count
    const at = i * count
    for (let j = 0; j < count; j++) before[j] = forward[at - count + j]!
    for (let k = 0; k < count; k++) {
      let sum = 0
      for (let j = 0, factor = base + k; j < count; j++, factor += count) sum += before[j]! * factors[factor]!
      forward[at + k] = sum * local[at + k]!
    }
    normalise(forward, at, count)
  }
  const after = new Float64Array(count).fill(1)
  const weighted = new Float64Array(count)
  for (let i = length - 1; i >= 0; i--) {
    const at = i * count
    let sum = 0
    for (let k = 0; k < count; k++) {
      backward[at + k] = after[k]!
      sum += forward[at + k]! * after[k]!
    }
    for (let k = 0; k < count; k++) marginals[at + k] = (forward[at + k]! * after[k]!) / sum
    if (i === 0) break
    for (let k = 0; k < count; k++) weighted[k] = after[k]! * local[at + k]!
    for (let j = 0, factor = kinds[i]! * count * count; j < count; j++) {
      let total = 0
      for (let k = 0; k < count; k++) total += factors[factor++]! * weighted[k]!
      after[j] = total
    }
    normalise(after, 0, count)
  }
  return lattice
}

function normalise(values: Float64Array, from: number, count: number): void {
  let sum = 0
  for (let k = from; k < from + count; k++) sum += values[k]!
  const factor = sum > 0 ? 1 / sum : 0
  for (let k = from; k < from + count; k++) values[k]! *= factor
}
