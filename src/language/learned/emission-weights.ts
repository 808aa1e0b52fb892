import { HashIndex } from './hash-index.js'

/** What each feature of a token says for each label. */
export interface EmissionWeights {
  /** Writes the sums of the rows of `count` features to `sums` from `at` on, one a label; unknown features have none. */
  sum(features: Uint32Array, count: number, sums: Float32Array, at: number): void
}

/** What makes a weight of one byte a number that is not negative. */
const BIAS = 128
/** Words a row is padded to, and read in at once. */
const BLOCK = 2

/**
 * Rows of whole numbers, two to a machine word: sums of up to 257 features keep within the sixteen bits that each has.
 */
export class PackedWeights implements EmissionWeights {
  private readonly rows: HashIndex
  private readonly stride: number
  private readonly words: Int32Array
  private places = new Int32Array(256)

  /** `labels` weights a feature. */
  constructor(
    features: Uint32Array,
    weights: Int8Array,
    private readonly labels: number,
  ) {
    this.rows = new HashIndex(features)
    this.stride = Math.ceil(labels / (2 * BLOCK)) * BLOCK
    this.words = new Int32Array(features.length * this.stride)
    for (let row = 0, weight = 0; row < features.length; row++) {
      for (let label = 0; label < labels; label++, weight++) {
        this.words[row * this.stride + (label >> 1)]! |= (weights[weight]! + BIAS) << ((label & 1) * 16)
      }
    }
  }

  sum(features: Uint32Array, count: number, sums: Float32Array, at: number): void {
    const { words, stride, labels } = this
    const used = this.find(features, count)
    const { places } = this
    for (let block = 0; block < stride; block += BLOCK) {
      let first = 0
      let second = 0
      for (let i = 0; i < used; i++) {
        const place = places[i]! + block
        first = (first + words[place]!) | 0
        second = (second + words[place + 1]!) | 0
      }
      const label = block * 2
      const excess = used * BIAS
      sums[at + label] = (first & 0xffff) - excess
      if (label + 1 < labels) sums[at + label + 1] = (first >>> 16) - excess
      if (label + 2 < labels) sums[at + label + 2] = (second & 0xffff) - excess
      if (label + 3 < labels) sums[at + label + 3] = (second >>> 16) - excess
    }
  }

  /** Where the rows of the known features begin, in `places`. */
  private find(features: Uint32Array, count: number): number {
    if (this.places.length < count) this.places = new Int32Array(count)
    const { rows, stride, places } = this
    let used = 0
    for (let f = 0; f < count; f++) {
      const row = rows.indexOf(features[f]!)
      if (row >= 0) places[used++] = row * stride
    }
    return used
  }
}
