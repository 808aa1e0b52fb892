import type { RelatedWords } from './related-words.js'

/** Above every likelihood that a related word means the same; so likely is what counts as the word itself. */
export const THERE = 2

/** For each sought stem, in order: `THERE`, or how likely the best word found means it; 0 for none. */
export type Found = Float64Array

interface Meaning {
  place: number
  likely: number
}

/** The stems that a question seeks, each looked for once in every sentence however many others it stands beside. */
export class SoughtWords {
  /** The places of those that tell most, most first. */
  readonly heaviest: readonly number[]
  readonly #weights: readonly number[]
  readonly #total: number
  /** What a stem stands for of those sought. */
  readonly #meanings = new Map<string, Meaning[]>()
  readonly #found = new Map<ReadonlySet<string>, Found>()
  readonly #nothing: Found

  constructor(sought: ReadonlyMap<string, number>, related: RelatedWords) {
    this.#weights = [...sought.values()]
    this.#nothing = new Float64Array(this.#weights.length)
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0)
    this.heaviest = [...this.#weights.keys()].sort((a, b) => this.#weights[b]! - this.#weights[a]!)
    for (const [place, stem] of [...sought.keys()].entries()) {
      this.#enter(stem, { place, likely: THERE })
      for (const [other, likely] of related.of(stem)) this.#enter(other, { place, likely })
    }
  }

  #enter(stem: string, meaning: Meaning): void {
    const known = this.#meanings.get(stem)
    if (known) known.push(meaning)
    else this.#meanings.set(stem, [meaning])
  }

  /** What of them stands in one or other of these sentences. */
  find(sentences: readonly ReadonlySet<string>[]): Found {
    const most = new Float64Array(this.#weights.length)
    if (most.length === 0) return most
    for (const sentence of sentences) {
      const found = this.findIn(sentence)
      for (let place = 0; place < most.length; place++)
        if (found[place]! > most[place]!) most[place] = found[place]!
    }
    return most
  }

  findIn(sentence: ReadonlySet<string>): Found {
    const known = this.#found.get(sentence)
    if (known) return known
    // Most sentences hold none of them.
    let found: Float64Array | null = null
    for (const stem of sentence) {
      const meanings = this.#meanings.get(stem)
      if (!meanings) continue
      found ??= new Float64Array(this.#weights.length)
      for (const { place, likely } of meanings) if (likely > found[place]!) found[place] = likely
    }
    this.#found.set(sentence, found ?? this.#nothing)
    return found ?? this.#nothing
  }

  /** Share of the weight in stems that one of the two has. */
  coverage(found: Found, other = found): number {
    let has = 0
    for (let place = 0; place < found.length; place++)
      if (isThere(found, place) || isThere(other, place)) has += this.#weights[place]!
    return this.#total === 0 ? 0 : has / this.#total
  }

  /** Share of the weight in stems that only related ones stand for, by how likely these mean the same. */
  relatedShare(found: Found): number {
    let share = 0
    for (let place = 0; place < found.length; place++)
      if (!isThere(found, place)) share += found[place]! * this.#weights[place]!
    return this.#total === 0 ? 0 : share / this.#total
  }
}

/** Whether the stem of this place itself is found. */
export const isThere = (found: Found, place: number): boolean => found[place] === THERE
