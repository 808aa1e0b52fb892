import { KINDS, type Label, mayFollow, NEVER } from '../../src/language/learned/sequence-model.js'
import type { Examples } from './examples.js'
import { Random } from './random.js'

export interface CrfOptions {
  epochs: number
  rate: number
  /** Share of a token's features that are left out at random, as a whole number of 256ths. */
  dropout: number
  seed: number
}

export interface CrfWeights {
  weights: Float32Array
  transitions: Float32Array
}

/** What a gradient must at least be to be followed. */
const NEGLIGIBLE = 0.002

/** Parameters with AdaGrad's sums of squares and, for averaging, the sum of updates weighted by their time. */
class Parameters {
  readonly values: Float32Array
  private readonly squares: Float32Array
  private readonly weighted: Float64Array

  constructor(size: number) {
    this.values = new Float32Array(size)
    this.squares = new Float32Array(size).fill(1e-2)
    this.weighted = new Float64Array(size)
  }

  ascend(index: number, gradient: number, rate: number, time: number): void {
    const square = this.squares[index]! + gradient * gradient
    const step = (rate * gradient) / Math.sqrt(square)
    this.squares[index] = square
    this.values[index]! += step
    this.weighted[index]! += step * time
  }

  /** The mean of the values over all times up to `time`. */
  averaged(time: number): Float32Array {
    return this.values.map((value, i) => value - this.weighted[i]! / time)
  }
}

/** Maximises the likelihood of the labels by AdaGrad, a sequence at a time, with features left out at random. */
export function trainCrf(
  examples: Examples,
  labels: readonly Label[],
  rowCount: number,
  options: CrfOptions,
): CrfWeights {
  const trainer = new CrfTrainer(examples, labels, rowCount, options)
  const random = new Random(options.seed)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const sequence of random.permutation(examples.sequences.length - 1))
      trainer.learn(sequence, epoch > 0)
  }
  return trainer.result()
}

class CrfTrainer {
  private readonly count: number
  private readonly emission: Parameters
  private readonly transition: Parameters
  private readonly legal: Uint8Array
  private readonly random: Random
  private readonly scale: number
  private time = 0
  private scores = new Float64Array(0)
  private forward = new Float64Array(0)
  private backward = new Float64Array(0)
  private active = new Int32Array(0)
  private activeOffsets = new Uint32Array(0)

  constructor(
    private readonly examples: Examples,
    private readonly labels: readonly Label[],
    rowCount: number,
    private readonly options: CrfOptions,
  ) {
    this.count = labels.length
    this.emission = new Parameters(rowCount * this.count)
    this.transition = new Parameters(KINDS * this.count * this.count)
    this.legal = Uint8Array.from(
      labels.flatMap(before => labels.map(label => (mayFollow(before, label) ? 1 : 0))),
    )
    this.random = new Random(options.seed + 77)
    this.scale = 256 / (256 - options.dropout)
  }

  result(): CrfWeights {
    const transitions = this.transition.averaged(this.time)
    for (let i = 0; i < transitions.length; i++)
      if (!this.legal[i % this.legal.length]) transitions[i] = NEVER
    return { weights: this.emission.averaged(this.time), transitions }
  }

  learn(sequence: number, averaging: boolean): void {
    const first = this.examples.sequences[sequence]!
    const length = this.examples.sequences[sequence + 1]! - first
    if (averaging) this.time++
    this.reserve(first, length)
    this.score(first, length)
    const factors = Float64Array.from(this.transition.values, Math.exp)
    for (let i = 0; i < factors.length; i++) if (!this.legal[i % this.legal.length]) factors[i] = 0
    this.runForward(first, length, factors)
    this.runBackward(first, length, factors)
    this.follow(first, length)
  }

  private reserve(first: number, length: number): void {
    const { offsets } = this.examples
    if (this.scores.length < length * this.count) {
      this.scores = new Float64Array(length * this.count * 2)
      this.forward = new Float64Array(length * this.count * 2)
      this.backward = new Float64Array(this.count)
    }
    const features = offsets[first + length]! - offsets[first]!
    if (this.active.length < features) this.active = new Int32Array(features * 2)
    if (this.activeOffsets.length <= length) this.activeOffsets = new Uint32Array(length * 2 + 1)
  }

  /** exp of the scores of each label at each token, from the features that were not left out. */
  private score(first: number, length: number): void {
    const { offsets, rows } = this.examples
    const { count, scale, scores, active } = this
    const weights = this.emission.values
    const sums = new Float64Array(count)
    let used = 0
    for (let i = 0; i < length; i++) {
      sums.fill(0)
      const end = offsets[first + i + 1]!
      let bits = 0
      let left = 0
      for (let f = offsets[first + i]!; f < end; f++) {
        if (left === 0) {
          bits = this.random.next()
          left = 4
        }
        const kept = (bits & 255) >= this.options.dropout
        bits >>>= 8
        left--
        if (!kept) continue
        const row = rows[f]! * count
        active[used++] = row
        for (let k = 0; k < count; k++) sums[k]! += weights[row + k]!
      }
      this.activeOffsets[i + 1] = used
      let top = Number.NEGATIVE_INFINITY
      for (let k = 0; k < count; k++) top = Math.max(top, sums[k]!)
      for (let k = 0; k < count; k++) scores[i * count + k] = Math.exp((sums[k]! - top) * scale)
    }
  }

  private runForward(first: number, length: number, factors: Float64Array): void {
    const { count, scores, forward } = this
    for (let k = 0; k < count; k++) forward[k] = mayFollow(null, this.labels[k]!) ? scores[k]! : 0
    normalise(forward, 0, count)
    for (let i = 1; i < length; i++) {
      const base = this.examples.kinds[first + i]! * count * count
      for (let k = 0; k < count; k++) {
        let sum = 0
        for (let j = 0; j < count; j++) sum += forward[(i - 1) * count + j]! * factors[base + j * count + k]!
        forward[i * count + k] = sum * scores[i * count + k]!
      }
      normalise(forward, i * count, count)
    }
  }

  /** Turns `scores` into gradients (true label minus probability), and follows those of the transitions on the way. */
  private runBackward(first: number, length: number, factors: Float64Array): void {
    const { count, scores, forward, backward } = this
    const { labels, kinds } = this.examples
    const weighted = new Float64Array(count)
    backward.fill(1)
    for (let i = length - 1; i >= 0; i--) {
      for (let k = 0; k < count; k++) weighted[k] = backward[k]! * scores[i * count + k]!
      let sum = 0
      for (let k = 0; k < count; k++) sum += forward[i * count + k]! * backward[k]!
      for (let k = 0; k < count; k++) {
        const probability = (forward[i * count + k]! * backward[k]!) / sum
        scores[i * count + k] = (labels[first + i] === k ? 1 : 0) - probability
      }
      if (i === 0) break
      const base = kinds[first + i]! * count * count
      this.followTransitions(
        base,
        (i - 1) * count,
        labels[first + i - 1]!,
        labels[first + i]!,
        weighted,
        factors,
      )
      for (let j = 0; j < count; j++) {
        let total = 0
        for (let k = 0; k < count; k++) total += factors[base + j * count + k]! * weighted[k]!
        backward[j] = total
      }
      normalise(backward, 0, count)
    }
  }

  private followTransitions(
    base: number,
    before: number,
    trueBefore: number,
    trueLabel: number,
    weighted: Float64Array,
    factors: Float64Array,
  ): void {
    const { count, forward } = this
    let sum = 0
    for (let j = 0; j < count; j++) {
      for (let k = 0; k < count; k++)
        sum += forward[before + j]! * factors[base + j * count + k]! * weighted[k]!
    }
    for (let j = 0; j < count; j++) {
      for (let k = 0; k < count; k++) {
        const at = base + j * count + k
        const probability = (forward[before + j]! * factors[at]! * weighted[k]!) / sum
        const gradient = (j === trueBefore && k === trueLabel ? 1 : 0) - probability
        if (Math.abs(gradient) > NEGLIGIBLE && factors[at] !== 0) {
          this.transition.ascend(at, gradient, this.options.rate, this.time)
        }
      }
    }
  }

  private follow(first: number, length: number): void {
    const { count, scores, active, activeOffsets } = this
    void first
    for (let i = 0; i < length; i++) {
      for (let k = 0; k < count; k++) {
        const gradient = scores[i * count + k]! * this.scale
        if (Math.abs(gradient) < NEGLIGIBLE) continue
        const end = activeOffsets[i + 1]!
        for (let f = activeOffsets[i]!; f < end; f++) {
          this.emission.ascend(active[f]! + k, gradient, this.options.rate, this.time)
        }
      }
    }
  }
}

function normalise(values: Float64Array, from: number, count: number): void {
  let sum = 0
  for (let k = from; k < from + count; k++) sum += values[k]!
  for (let k = from; k < from + count; k++) values[k]! /= sum
}
