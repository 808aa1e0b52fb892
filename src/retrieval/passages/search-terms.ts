import type { RelatedWords } from '../related-words.js'
import { inverseFrequency } from './bm25f.js'
import type { Vocabulary } from './vocabulary.js'

/** So many of the words that tell most are also searched for by their relatives … */
const WORDS_REPLACED = 6
/** … by so many of each, the likeliest that the passages have; the surest counts for so much of the word. */
const RELATIVES = 2
const RELATED = 0.5

/**
 * What is searched for, by the numbers of terms: each term that some passage has with its idf, and words related to those
 * that tell most, which count for less. `frequencyOf` tells in how many of the `size` passages a term stands.
 */
export function weighTerms(
  searched: readonly string[],
  related: RelatedWords,
  vocabulary: Vocabulary,
  size: number,
  frequencyOf: (term: number) => number,
): Map<number, number> {
  const idfOf = (term: number | undefined): number =>
    inverseFrequency(size, term === undefined ? 0 : frequencyOf(term))
  const weights = new Map<number, number>()
  for (const text of searched) {
    const term = vocabulary.find(text)
    if (term !== undefined) weights.set(term, idfOf(term))
  }
  const own = new Set(weights.keys())
  const telling = searched
    .map(text => ({ text, idf: idfOf(vocabulary.find(text)) }))
    .sort((a, b) => b.idf - a.idf)
    .slice(0, WORDS_REPLACED)
  for (const { text, idf } of telling) {
    for (const [other, likely] of relativesOf(text, related, vocabulary, frequencyOf)) {
      if (own.has(other)) continue
      const weight = RELATED * likely * Math.min(idf, idfOf(other))
      weights.set(other, Math.max(weight, weights.get(other) ?? 0))
    }
  }
  return weights
}

function relativesOf(
  text: string,
  related: RelatedWords,
  vocabulary: Vocabulary,
  frequencyOf: (term: number) => number,
): (readonly [term: number, likely: number])[] {
  return [...related.of(text)]
    .flatMap(([other, likely]) => {
      const term = vocabulary.find(other)
      // The vocabulary also has the words of passages that were removed.
      return term === undefined || frequencyOf(term) === 0 ? [] : [[term, likely] as const]
    })
    .slice(0, RELATIVES)
}
