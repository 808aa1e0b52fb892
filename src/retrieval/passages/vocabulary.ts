import { Ints } from './growable.js'
import { isStopWord, scanWords, termOf } from './terms.js'
import { wordTraits } from './word-traits.js'

const NO_TERM = -1

/** V8 copies shorter slices by itself. */
const SHORTEST_SLICE = 13

/**
 * Numbers for words as written and for their terms, so that a word is normalised once however often it occurs.
 * Words and terms are never forgotten until the index is compacted.
 */
export class Vocabulary {
  readonly #words = new Map<string, number>()
  readonly #terms = new Map<string, number>()
  readonly #termTexts: string[] = []
  readonly #termOfWord = new Ints(1024)
  readonly #traitsOfWord = new Ints(1024)
  readonly #stopTerms: boolean[] = []

  get termCount(): number {
    return this.#termTexts.length
  }

  /** The words of `text` as numbers, in order; words without a term are left out. */
  read(text: string): number[] {
    const read: number[] = []
    scanWords(text, (start, end) => {
      const word = this.number(text.slice(start, end))
      if (this.#termOfWord.at(word) !== NO_TERM) read.push(word)
    })
    return read
  }

  /** Every word as written, by number. */
  surfaces(): string[] {
    return [...this.#words.keys()]
  }

  /** Undefined for a term that no text had. */
  find(term: string): number | undefined {
    return this.#terms.get(term)
  }

  termOf(word: number): number {
    return this.#termOfWord.at(word)
  }

  traitsOf(word: number): number {
    return this.#traitsOfWord.at(word)
  }

  isStop(term: number): boolean {
    return this.#stopTerms[term] === true
  }

  textOf(term: number): string {
    return this.#termTexts[term] ?? ''
  }

  /** The number of a word as written, given to it now if it is new. */
  number(surface: string): number {
    const known = this.#words.get(surface)
    if (known !== undefined) return known
    const word = this.#termOfWord.length
    const term = termOf(surface)
    this.#words.set(ownCopy(surface), word)
    this.#termOfWord.push(term ? this.#termNumber(term) : NO_TERM)
    this.#traitsOfWord.push(wordTraits(surface))
    return word
  }

  #termNumber(text: string): number {
    const known = this.#terms.get(text)
    if (known !== undefined) return known
    const term = this.#termTexts.length
    this.#termTexts.push(ownCopy(text))
    this.#terms.set(text, term)
    this.#stopTerms.push(isStopWord(text))
    return term
  }
}

/** A slice may keep the whole text it was cut from in memory; a copy does not. */
const ownCopy = (slice: string): string => (slice.length < SHORTEST_SLICE ? slice : slice.split('').join(''))
