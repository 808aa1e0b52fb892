import { linesByStem } from './related-words.js'
import { isFunctionWord, type Word } from './words.js'

/** Where words lie among the company that they keep: words of like use point the same way. */
export interface WordVectors {
  /** 0 where no word has a vector. */
  dimensions: number
  /** Of a stem, of as many dimensions and about as long for all; null where none is known. */
  of(stem: string): ArrayLike<number> | null
}

export const NO_WORD_VECTORS: WordVectors = { dimensions: 0, of: () => null }

/** Reads lines of a stem and its vector, a signed byte a dimension in base64; lines that hold none are passed over. */
export function parseWordVectors(text: string): WordVectors {
  const lines = linesByStem(text)
  // Decoded when first asked for: most words never are.
  const vectors = new Map<string, Int8Array | null>()
  const [first] = lines.values()
  const dimensions = first === undefined ? 0 : vectorOn(first).length
  return {
    dimensions,
    of(stem) {
      const known = vectors.get(stem)
      if (known !== undefined) return known
      const line = lines.get(stem)
      if (line === undefined) return null
      const read = vectorOn(line)
      const vector = read.length === dimensions ? read : null
      vectors.set(stem, vector)
      return vector
    },
  }
}

const NO_VECTOR = new Int8Array()

function vectorOn(line: string): Int8Array {
  try {
    const bytes = atob(line)
    const vector = new Int8Array(bytes.length)
    for (let i = 0; i < bytes.length; i++) vector[i] = bytes.charCodeAt(i)
    return vector
  } catch {
    return NO_VECTOR
  }
}

/** The mean of the vectors of the words of meaning, each times what the word tells, brought to unit length. */
export function directionOf(
  words: readonly Word[],
  vectors: WordVectors,
  weigh: (stem: string) => number,
): Float64Array {
  const sum = new Float64Array(vectors.dimensions)
  for (const { key, stem } of words) {
    const vector = isFunctionWord(key) ? null : vectors.of(stem)
    if (vector === null) continue
    const weight = weigh(stem)
    for (let i = 0; i < sum.length; i++) sum[i]! += weight * vector[i]!
  }
  const length = lengthOf(sum) || 1
  return sum.map(value => value / length)
}

/** The cosine of two vectors of unit length, in [−1, 1]; 0 where one has no direction. */
export function likenessOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Of vectors of one length, in [−1, 1]; 0 where one of them has no direction. */
export const cosineOf = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  likenessOf(a, b) / (lengthOf(a) * lengthOf(b) || 1)

function lengthOf(vector: ArrayLike<number>): number {
  return Math.sqrt(likenessOf(vector, vector))
}
