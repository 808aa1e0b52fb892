// Robertson, Zaragoza & Taylor, "Simple BM25 extension to multiple weighted fields" (CIKM 2004): the fields' weighted,
// length-normalised counts are summed before one saturation.

/** Saturation: low, because a second occurrence in a sentence says little. */
const K1 = 0.5
/** How much length counts against a field: 0 not at all, 1 in proportion. */
const B = 0.4
const SENTENCE = 1
const CONTEXT = 0.25
const TITLE = 0.35

/** What one occurrence counts in a field of `length` terms where the average is `average`. */
const normalised = (weight: number, length: number, average: number): number =>
  weight / (1 - B + (average > 0 ? (B * length) / average : B))

export const sentenceWeight = (length: number, average: number): number =>
  normalised(SENTENCE, length, average)
export const contextWeight = (length: number, average: number): number => normalised(CONTEXT, length, average)
export const titleWeight = (length: number, average: number): number => normalised(TITLE, length, average)

/** In [0, K1 + 1). */
export const saturate = (count: number): number => (count * (K1 + 1)) / (count + K1)

/** The most that these counts can come to before saturation, whatever the lengths. */
export const countBound = (sentence: number, context: number, title: number): number =>
  (SENTENCE * sentence + CONTEXT * context + TITLE * title) / (1 - B)

export const inverseFrequency = (total: number, frequency: number): number =>
  Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5))
