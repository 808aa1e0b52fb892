import type { ParagraphWords } from './corpus.js'
import { Ints } from './growable.js'
import type { Occurrences } from './postings.js'
import type { Vocabulary } from './vocabulary.js'

interface Tally extends Occurrences {
  term: number
  passages: number[]
}

/** Counts each term of a paragraph by field; its working memory is used again for the next. */
export class TermTally {
  readonly #tallies: Tally[] = []
  #used = 0
  /** For each term where its tally is; only true when that tally is the term's and in use. */
  readonly #place = new Ints(1024)

  /** Lengths without stop words, which are not counted. */
  count({ context, passages }: ParagraphWords, title: readonly number[], vocabulary: Vocabulary) {
    this.#used = 0
    this.#place.extend(vocabulary.termCount)
    const lengths = passages.map((words, index) =>
      this.#countPassage(words, index, context === null, vocabulary),
    )
    let contextLength = 0
    if (context === null) for (const length of lengths) contextLength += length
    for (const word of context ?? []) {
      const tally = this.#find(vocabulary.termOf(word), vocabulary)
      if (!tally) continue
      tally.context++
      contextLength++
    }
    for (const word of title) {
      const tally = this.#find(vocabulary.termOf(word), vocabulary)
      if (tally) tally.title++
    }
    return { contextLength, lengths }
  }

  each(visit: (term: number, occurrences: Occurrences) => void): void {
    for (let i = 0; i < this.#used; i++) visit(this.#tallies[i]!.term, this.#tallies[i]!)
  }

  #countPassage(
    words: readonly number[],
    passage: number,
    isContext: boolean,
    vocabulary: Vocabulary,
  ): number {
    let length = 0
    for (const word of words) {
      const tally = this.#find(vocabulary.termOf(word), vocabulary)
      if (!tally) continue
      length++
      if (isContext) tally.context++
      const { passages } = tally
      if (passages.length > 0 && passages[passages.length - 2] === passage) passages[passages.length - 1]!++
      else passages.push(passage, 1)
    }
    return length
  }

  /** Undefined for a stop word. */
  #find(term: number, vocabulary: Vocabulary): Tally | undefined {
    if (vocabulary.isStop(term)) return undefined
    const place = this.#place.at(term)
    const known = this.#tallies[place]
    if (known && place < this.#used && known.term === term) return known
    const fresh = this.#tallies[this.#used] ?? { term, context: 0, title: 0, passages: [] }
    fresh.term = term
    fresh.context = 0
    fresh.title = 0
    fresh.passages.length = 0
    this.#tallies[this.#used] = fresh
    this.#place.data[term] = this.#used++
    return fresh
  }
}
