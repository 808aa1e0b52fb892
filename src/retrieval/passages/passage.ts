export type PassageId = string | number

/** A piece of text that a search may return, usually a sentence. */
export interface Passage<Id extends PassageId = string> {
  id: Id
  text: string
  /** The text around it, usually its paragraph. Passages in a row with the same context share its cost. */
  context?: string | undefined
  title?: string | undefined
}

export interface SearchOptions<Id extends PassageId = string> {
  /** At most so many hits; 10 by default. */
  limit?: number | undefined
  /**
   * Passages it refuses are not returned and do not take the place of others. A set of the ids that are admitted is
   * faster than a function where they are few: only their paragraphs are then looked at.
   */
  filter?: ((id: Id) => boolean) | ReadonlySet<Id> | undefined
  /**
   * False: by BM25F alone, without the learned order and without coverage; for candidates that are compared otherwise.
   * True by default.
   */
  rerank?: boolean | undefined
}

/** What is found, without more than what it was found by. */
export interface Found<Id extends PassageId = string> {
  id: Id
  /**
   * Falls from hit to hit. With the learned order the probability, in [0, 1], that this is the hit looked for, given that
   * one of the first few dozen is; without it, BM25F, or its share of the first few dozen's where word vectors lack.
   */
  score: number
  /**
   * BM25F, in which a word related to one of what is stated counts for a part of it; comparable between searches of one
   * index as far as the questions are alike.
   */
  relevance: number
}

export interface Hit<Id extends PassageId = string> extends Found<Id> {
  /** The share, in [0, 1], of the question's weight (the idf of its terms) that stands in the passage. */
  coverage: number
  /** The same with context and title counted in. */
  contextCoverage: number
}

/** An id that comes again is replaced. Throws `TypeError` for what is no passage. */
export function withoutRepeats<Id extends PassageId>(passages: Iterable<Passage<Id>>): Passage<Id>[] {
  const byId = new Map<Id, Passage<Id>>()
  for (const passage of passages) {
    if (typeof passage?.text !== 'string')
      throw new TypeError(
        `A passage's text must be a string, got ${typeof passage?.text} (id ${String(passage?.id)})`,
      )
    byId.delete(passage.id)
    byId.set(passage.id, passage)
  }
  return [...byId.values()]
}
