import type { Article } from '../article.js'
import { type Alignment, type Sighting, sight } from './alignment.js'
import { type CanonicalWord, isNegative } from './canonical-words.js'
import { withFamilyNames } from './family-names.js'
import { coverage, weightsOf } from './inquiry.js'
import type { Library, LibraryPassage, Scope } from './library.js'
import { Recollection } from './recollection.js'
import type { RelatedWords } from './related-words.js'
import type { Remembered } from './remembered-words.js'
import { stemsOf } from './stems.js'
import { titleWords } from './title-words.js'
import { likenessOf } from './word-vectors.js'
import { isFunctionWord } from './words.js'

/** What speaks for a stretch of the record as the meant one; in [0, 1] unless said otherwise. */
export interface MatchEvidence {
  /** Weight of the remembered words found. */
  score: number
  /** Weight of the words not found that stand in the sentences around it or in the title. */
  around: number
  /** Somebody said it. */
  attributed: number
  /** What is typed names who said it. */
  named: number
  /** Share of the weight of the words around the remembered ones that stands near. */
  nearness: number
  /** How alike the remembered words are in meaning to those of the sentence most like them; in [−1, 1]. */
  likeness: number
  /** Sentences beyond the first; their number. */
  more: number
}

/** One search for remembered words, with what it has seen so far. */
export class MatchSearch {
  readonly recollection: Recollection
  /** What may stand on the record for a remembered word. */
  readonly related: RelatedWords
  readonly #sightings = new Map<LibraryPassage, Sighting>()
  readonly #titles = new Map<Article, Sighting>()
  readonly #likeness = new Map<LibraryPassage, number>()
  readonly #direction: Float64Array

  constructor(
    readonly remembered: Remembered,
    readonly library: Library,
    scope: Scope,
  ) {
    this.related = withFamilyNames(library.related, remembered.core, library.roster(scope), FAMILY_NAME)
    this.recollection = new Recollection(remembered.core, word => weightOf(word, library), this.related)
    this.#direction = library.directionOf(remembered.core)
  }

  sightingOf(passage: LibraryPassage): Sighting {
    const known = this.#sightings.get(passage)
    if (known) return known
    const sighting = sight(this.recollection, this.library.words(passage))
    this.#sightings.set(passage, sighting)
    return sighting
  }

  /** Of the remembered words as a whole to the sentence most like them, in meaning; in [−1, 1]. */
  likenessToAny(passages: readonly LibraryPassage[]): number {
    return Math.max(...passages.map(passage => this.#likenessTo(passage)))
  }

  #likenessTo(passage: LibraryPassage): number {
    const known = this.#likeness.get(passage)
    if (known !== undefined) return known
    const likeness = likenessOf(this.#direction, this.library.direction(passage))
    this.#likeness.set(passage, likeness)
    return likeness
  }

  /** The most that each remembered word is found in the sentences around and in the title. */
  around({ analyzed: { article }, sentence }: LibraryPassage): Float64Array {
    const most = new Float64Array(this.recollection.words.length)
    const near = this.library
      .passages(article.id)
      .slice(Math.max(0, sentence - AROUND), sentence + AROUND + 1)
    for (const { most: here } of [this.#titleOf(article), ...near.map(passage => this.sightingOf(passage))])
      for (let i = 0; i < most.length; i++) if (here[i]! > most[i]!) most[i] = here[i]!
    return most
  }

  #titleOf(article: Article): Sighting {
    const known = this.#titles.get(article)
    if (known) return known
    const sighting = sight(this.recollection, titleWords(article))
    this.#titles.set(article, sighting)
    return sighting
  }
}

/** "Sanders" for "bernie" is more than any related word, less than the word itself. */
const FAMILY_NAME = 1.3
/** Sentences on each side that count as around. */
const AROUND = 1
const FUNCTION_WORD_WEIGHT = 0.3

/** The mean of the words it stands for, so that no spelling weighs more than another; words that deny are never idle. */
function weightOf(word: CanonicalWord, library: Library): number {
  const sum = word.stems.reduce((total, stem) => total + library.weightOf(stem), 0)
  const isIdle = isFunctionWord(word.key) && !isNegative(word)
  return (sum / word.stems.length) * (isIdle ? FUNCTION_WORD_WEIGHT : 1)
}

/** Weight of the words that the alignment does not find and that stand around it. */
export function weighAround(
  { found, exact }: Alignment,
  { weights, total }: Recollection,
  around: Float64Array,
): number {
  if (exact || total === 0) return 0
  return weights.reduce((sum, weight, i) => sum + weight * Math.max(0, around[i]! - found[i]!), 0) / total
}

/** Share of the context's weight that stands in the article near the passage. */
export function nearness(
  { context }: Remembered,
  { analyzed, sentence }: LibraryPassage,
  library: Library,
): number {
  const topical = context.filter(({ key }) => !isFunctionWord(key))
  if (topical.length === 0) return 0
  const near = library.passages(analyzed.article.id).slice(Math.max(0, sentence - 3), sentence + 4)
  return coverage(
    weightsOf(topical, library),
    stemsOf(titleWords(analyzed.article)),
    ...near.map(passage => stemsOf(library.words(passage))),
  )
}
