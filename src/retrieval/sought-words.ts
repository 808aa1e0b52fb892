import type { RelatedWords } from './related-words.js'

/** What some words hold of the sought ones; by the places of these. */
export interface Sight {
  /** 1 where the word itself is there. */
  found: Uint8Array
  /** How likely, at most, another of the words means the sought one; in [0, 1]. */
  likely: Float64Array
}

/** The sought word that another may mean, by its place. */
interface Sense {
  place: number
  /** In (0, 1], or `SAME`. */
  likely: number
}

const SAME = 2
const NO_SENSES: readonly Sense[] = []

/** Words that are looked for in many sets of stems, in each of them once. */
export class SoughtWords {
  readonly #weights: readonly number[]
  readonly #total: number
  /** What the sought words, and those related to them, may mean. */
  readonly #senses = new Map<string, Sense[]>()
  readonly #sights = new Map<ReadonlySet<string>, Sight>()
  /** Places of the words, those that tell most first. */
  readonly heaviest: readonly number[]

  /** `wanted`: each stem with what it tells. */
  constructor(wanted: ReadonlyMap<string, number>, related: RelatedWords) {
    const stems = [...wanted.keys()]
    this.#weights = [...wanted.values()]
    for (const [place, stem] of stems.entries()) {
      this.#enter(stem, { place, likely: SAME })
      for (const [other, likely] of related.of(stem))
        if (other !== stem) this.#enter(other, { place, likely })
    }
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0)
    this.heaviest = [...stems.keys()].sort((a, b) => this.#weights[b]! - this.#weights[a]!)
  }

  #enter(stem: string, sense: Sense): void {
    const senses = this.#senses.get(stem)
    if (senses) senses.push(sense)
    else this.#senses.set(stem, [sense])
  }

  in(stems: ReadonlySet<string>): Sight {
    const known = this.#sights.get(stems)
    if (known) return known
    const sight = this.#look(stems)
    this.#sights.set(stems, sight)
    return sight
  }

  #look(stems: ReadonlySet<string>): Sight {
    const found = new Uint8Array(this.#weights.length)
    const likely = new Float64Array(this.#weights.length)
    for (const stem of stems) {
      for (const { place, likely: like } of this.#senses.get(stem) ?? NO_SENSES) {
        if (like === SAME) found[place] = 1
        else if (like > likely[place]!) likely[place] = like
      }
    }
    return { found, likely }
  }

  /** The share of the weight that stands in any of what was seen, in [0, 1]. */
  share(...sights: readonly Sight[]): number {
    let has = 0
    for (let i = 0; i < this.#weights.length; i++)
      if (sights.some(({ found }) => found[i] === 1)) has += this.#weights[i]!
    return this.#total === 0 ? 0 : has / this.#total
  }

  /** The weight in words that only have a related one there, by how likely that means the same; as a share. */
  relatedShare({ found, likely }: Sight): number {
    let sum = 0
    for (let i = 0; i < found.length; i++) if (found[i] === 0) sum += likely[i]! * this.#weights[i]!
    return this.#total === 0 ? 0 : sum / this.#total
  }
}

/** What all the words together hold; at least one sight. */
export function together(sights: readonly Sight[]): Sight {
  const found = Uint8Array.from(sights[0]!.found)
  const likely = Float64Array.from(sights[0]!.likely)
  for (const sight of sights) {
    for (let i = 0; i < found.length; i++) {
      if (sight.found[i] === 1) found[i] = 1
      if (sight.likely[i]! > likely[i]!) likely[i] = sight.likely[i]!
    }
  }
  return { found, likely }
}
