import { ByteReader, Bytes, Ints } from './growable.js'

const NO_CONTEXT_OF_ITS_OWN = -1

/** A paragraph as word numbers of the vocabulary. */
export interface ParagraphWords {
  title: number
  /** Null: the context is the passages, one after the other. */
  context: readonly number[] | null
  passages: readonly (readonly number[])[]
}

/** What is kept of the passages: their words, lengths and places, by slot, and the paragraph each stands in. */
export class Corpus {
  readonly titles: (readonly number[])[] = []
  readonly paragraphOf = new Ints()
  readonly firstPassage = new Ints()
  readonly titleOf = new Ints()
  readonly contextLength = new Ints()
  readonly passageLength = new Ints()
  /** Of the paragraph's passages the least length. */
  readonly shortestLength = new Ints()
  readonly #live = new Bytes()
  readonly #words = new Bytes()
  readonly #wordsOfPassage = new Ints()
  readonly #wordsOfContext = new Ints()

  get passageCount(): number {
    return this.paragraphOf.length
  }

  get paragraphCount(): number {
    return this.firstPassage.length
  }

  addTitle(words: readonly number[]): number {
    return this.titles.push(words) - 1
  }

  /** Lengths count the words that are searched for. */
  addParagraph(
    { title, context, passages }: ParagraphWords,
    contextLength: number,
    lengths: readonly number[],
  ): void {
    const paragraph = this.paragraphCount
    this.firstPassage.push(this.passageCount)
    this.titleOf.push(title)
    this.contextLength.push(contextLength)
    this.shortestLength.push(lengths.reduce((least, length) => Math.min(least, length), contextLength))
    this.#wordsOfContext.push(context ? this.#write(context) : NO_CONTEXT_OF_ITS_OWN)
    for (const [index, words] of passages.entries()) {
      this.paragraphOf.push(paragraph)
      this.passageLength.push(lengths[index] ?? 0)
      this.#wordsOfPassage.push(this.#write(words))
      this.#live.push(1)
    }
  }

  isLive(slot: number): boolean {
    return this.#live.data[slot] === 1
  }

  bury(slot: number): void {
    this.#live.data[slot] = 0
  }

  /** The slot after the paragraph's last. */
  endOf(paragraph: number): number {
    return paragraph + 1 < this.paragraphCount ? this.firstPassage.at(paragraph + 1) : this.passageCount
  }

  wordsOf(slot: number): number[] {
    return this.#read(this.#wordsOfPassage.at(slot))
  }

  contextOf(paragraph: number): number[] | null {
    const at = this.#wordsOfContext.at(paragraph)
    return at === NO_CONTEXT_OF_ITS_OWN ? null : this.#read(at)
  }

  titleWordsOf(paragraph: number): readonly number[] {
    return this.titles[this.titleOf.at(paragraph)] ?? []
  }

  #write(words: readonly number[]): number {
    const at = this.#words.length
    this.#words.pushInteger(words.length)
    for (const word of words) this.#words.pushInteger(word)
    return at
  }

  #read(at: number): number[] {
    const reader = new ByteReader(this.#words.data, at)
    const words = new Array<number>(reader.integer())
    for (let i = 0; i < words.length; i++) words[i] = reader.integer()
    return words
  }
}
