import { NO_RELATED_WORDS, type RelatedWords } from '../related-words.js'
import { cosineOf, NO_WORD_VECTORS, type WordVectors } from '../word-vectors.js'
import type { RankedPassage, RankedQuestion } from './ranked.js'
import type { Vocabulary } from './vocabulary.js'

/** What is known of words beside how they are written; by their terms. */
export interface WordMeanings {
  related: RelatedWords
  vectors: WordVectors
}

export const NO_WORD_MEANINGS: WordMeanings = { related: NO_RELATED_WORDS, vectors: NO_WORD_VECTORS }

/** What stands behind `RANKING_FEATURES` in the row of a statement. */
export const MEANING_FEATURES: readonly string[] = [
  'cosine',
  'recall',
  'recall of missing',
  'precision',
  'related',
  'numbers',
  'F1',
  'F1 to best',
]

const F1 = MEANING_FEATURES.indexOf('F1')

/** A term of the passages, and how like each of the statement's terms it is. */
interface Meant {
  weight: number
  vector: ArrayLike<number> | null
  /** By place: 1 for the same term, else the cosine of their vectors where it is above 0. */
  likeness: Float64Array
  /** Of the statement's terms that it may stand for, with how likely it means the same. */
  related: readonly (readonly [place: number, likely: number])[]
  /** The last passage it was met in. */
  passage: number
}

/**
 * How much of what a statement says each passage says, perhaps in other words; in the order of `MEANING_FEATURES`. Recall,
 * precision and F1 are those of BERTScore with vectors of words (Zhang et al., "BERTScore: Evaluating text generation with
 * BERT", ICLR 2020): each word is matched with the one most like it. `weigh` is
 * the idf of a term by its number. Linear in the passages, and in each as the product of its terms and the statement's.
 */
export function meaningFeatures(
  statement: RankedQuestion,
  passages: readonly RankedPassage[],
  vocabulary: Vocabulary,
  weigh: (term: number) => number,
  meanings: WordMeanings,
): number[][] {
  const reader = new MeaningReader(statement, vocabulary, weigh, meanings)
  const rows = passages.map(passage => reader.rowOf(passage))
  const best = Math.max(0, ...rows.map(row => row[F1]!))
  for (const row of rows) row.push(row[F1]! - best)
  return rows
}

/** Compares every term of the passages once. */
class MeaningReader {
  readonly #meant = new Map<number, Meant>()
  readonly #dimensions: number
  /** Of the statement's terms that have one, one after the other. */
  readonly #vectors: Float64Array
  /** Which terms those are. */
  readonly #places: readonly number[]
  /** Of what is like none of them. */
  readonly #unlike: Float64Array
  readonly #direction: Float64Array
  readonly #relatives = new Map<number, [place: number, likely: number][]>()
  readonly #isNumber: readonly boolean[]
  readonly #numbers: number
  #passage = 0

  constructor(
    private readonly statement: RankedQuestion,
    private readonly vocabulary: Vocabulary,
    private readonly weigh: (term: number) => number,
    private readonly meanings: WordMeanings,
  ) {
    const { terms } = statement
    this.#dimensions = meanings.vectors.dimensions
    const known = terms.map(({ text, idf }) => ({ weight: idf, vector: meanings.vectors.of(text) }))
    this.#direction = this.#directionOf(known)
    this.#places = [...terms.keys()].filter(place => known[place]!.vector !== null)
    this.#vectors = new Float64Array(this.#dimensions * this.#places.length)
    for (const [row, place] of this.#places.entries())
      this.#vectors.set(known[place]!.vector!, row * this.#dimensions)
    this.#unlike = new Float64Array(terms.length)
    this.#isNumber = terms.map(({ text }) => HAS_DIGIT.test(text))
    this.#numbers = this.#isNumber.filter(Boolean).length
    for (const [place, { text }] of terms.entries())
      for (const [other, likely] of meanings.related.of(text)) this.#relate(place, other, likely)
  }

  /** Without what needs the other rows. */
  rowOf({ terms, found }: RankedPassage): number[] {
    const told = this.#toldBy(terms)
    const { best, precision } = this.#match(told)
    const { recall, missing } = this.#recall(best, found)
    const shared = recall + precision
    return [
      cosineOf(this.#direction, this.#directionOf(told)),
      recall,
      missing,
      precision,
      this.#relatedShare(told, found),
      this.#numberShare(found),
      shared > 0 ? (2 * recall * precision) / shared : 0,
    ]
  }

  #relate(place: number, other: string, likely: number): void {
    const term = this.vocabulary.find(other)
    if (term === undefined) return
    const known = this.#relatives.get(term)
    if (known) known.push([place, likely])
    else this.#relatives.set(term, [[place, likely]])
  }

  /** The terms that tell, once each. */
  #toldBy(terms: readonly number[]): Meant[] {
    const told: Meant[] = []
    this.#passage++
    for (const term of terms) {
      if (told.length === MOST_TOLD) break
      if (this.vocabulary.isStop(term)) continue
      const meant = this.#meantBy(term)
      if (meant.passage === this.#passage) continue
      meant.passage = this.#passage
      told.push(meant)
    }
    return told
  }

  #meantBy(term: number): Meant {
    const known = this.#meant.get(term)
    if (known) return known
    const vector = this.meanings.vectors.of(this.vocabulary.textOf(term))
    const likeness = this.#likenessTo(vector, this.statement.placeOf.get(term))
    const related = this.#relatives.get(term) ?? UNRELATED
    const meant = { weight: this.weigh(term), vector, likeness, related, passage: 0 }
    this.#meant.set(term, meant)
    return meant
  }

  #likenessTo(vector: ArrayLike<number> | null, same: number | undefined): Float64Array {
    if (vector === null && same === undefined) return this.#unlike
    const likeness = new Float64Array(this.statement.terms.length)
    if (vector !== null) multiply(this.#vectors, vector, this.#places, likeness)
    if (same !== undefined) likeness[same] = 1
    return likeness
  }

  /** By place, how like it is to the passage's most like term; and the share of the passage's weight that is like the statement. */
  #match(told: readonly Meant[]): { best: Float64Array; precision: number } {
    const best = new Float64Array(this.statement.terms.length)
    let like = 0
    let weight = 0
    for (const { weight: own, likeness } of told) {
      let most = 0
      for (let place = 0; place < best.length; place++) {
        const here = likeness[place]!
        if (here > most) most = here
        if (here > best[place]!) best[place] = here
      }
      like += own * most
      weight += own
    }
    return { best, precision: weight > 0 ? like / weight : 0 }
  }

  /** The share of the statement's weight that the passage is like; and of the weight that does not stand in it as such. */
  #recall(best: Float64Array, found: ReadonlySet<number>): { recall: number; missing: number } {
    const { terms, weight } = this.statement
    let like = 0
    let likeMissing = 0
    let missing = 0
    for (let place = 0; place < terms.length; place++) {
      const { idf } = terms[place]!
      like += idf * best[place]!
      if (found.has(place)) continue
      likeMissing += idf * best[place]!
      missing += idf
    }
    return { recall: like / weight, missing: missing > 0 ? likeMissing / missing : 1 }
  }

  #relatedShare(told: readonly Meant[], found: ReadonlySet<number>): number {
    const { terms, weight } = this.statement
    const likeliest = new Float64Array(terms.length)
    for (const { related } of told)
      for (const [place, likely] of related)
        if (!found.has(place) && likely > likeliest[place]!) likeliest[place] = likely
    let share = 0
    for (let place = 0; place < terms.length; place++) share += terms[place]!.idf * likeliest[place]!
    return share / weight
  }

  #numberShare(found: ReadonlySet<number>): number {
    if (this.#numbers === 0) return NO_NUMBERS
    let count = 0
    for (const place of found) if (this.#isNumber[place]) count++
    return count / this.#numbers
  }

  /** The sum of the vectors, each times what its word tells. */
  #directionOf(told: readonly Pick<Meant, 'weight' | 'vector'>[]): Float64Array {
    const sum = new Float64Array(this.#dimensions)
    for (const { weight, vector } of told) {
      if (vector === null) continue
      for (let i = 0; i < sum.length; i++) sum[i]! += weight * vector[i]!
    }
    return sum
  }
}

/** Sets the cosines of the vector and of those in a row, by their places, where they are above 0. */
function multiply(
  vectors: Float64Array,
  vector: ArrayLike<number>,
  places: readonly number[],
  cosines: Float64Array,
): void {
  let at = 0
  for (const place of places) {
    let sum = 0
    for (let i = 0; i < vector.length; i++, at++) sum += vector[i]! * vectors[at]!
    if (sum > 0) cosines[place] = sum / UNIT
  }
}

const UNRELATED: Meant['related'] = []
/** Of a longer passage only the first so many different terms. Keeps the cost of a search in bounds. */
const MOST_TOLD = 128
const HAS_DIGIT = /\p{N}/u
/** Of a statement without numbers: neither all nor none. */
const NO_NUMBERS = 0.5
/** Of vectors in signed bytes, the square of their length. */
const UNIT = 127 ** 2
