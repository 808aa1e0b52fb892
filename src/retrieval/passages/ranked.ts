import type { AnswerType } from './answer-type.js'

/** A question as the features see it. */
export interface RankedQuestion {
  type: AnswerType
  /** Its terms without stop words, once each. */
  terms: readonly QuestionTerm[]
  /** Its words in order, stop words too: numbers of terms, -1 for a term that no passage has. */
  sequence: readonly number[]
  /** Place in `terms` by term number. */
  placeOf: ReadonlyMap<number, number>
  /** Sum of all idf, above 0. */
  weight: number
  /** Places in `terms`, by falling idf. */
  heaviest: readonly number[]
  /** Places in `terms` of what is asked for: "yard" and "line" of "which yard line did …". */
  focus: readonly number[]
}

export interface QuestionTerm {
  text: string
  /** Number of the term, or -1. */
  term: number
  idf: number
  traits: number
}

/** A passage as the features see it; `terms` and `traits` by word. */
export interface RankedPassage {
  terms: readonly number[]
  traits: readonly number[]
  /** By word: its place in `question.terms`, or -1. */
  places: readonly number[]
  /** The places that stand in it. */
  found: ReadonlySet<number>
  /** Texts of the terms, for likeness of words. */
  textOf: (term: number) => string
  /** Place in `question.terms` of those in the sentence before and after, the whole context, and the title. */
  before: ReadonlySet<number>
  after: ReadonlySet<number>
  context: ReadonlySet<number>
  title: ReadonlySet<number>
  /** Each other passage of the paragraph. */
  others: readonly ReadonlySet<number>[]
  /** From 0, within its paragraph, and how many there are. */
  position: number
  siblings: number
  relevance: number
  /** How many of its words are searched for. */
  length: number
}

/** What is known of all candidates together. */
export interface RankedField {
  /** For each of the question's terms, how little the candidates agree in having it: its idf among them. */
  rarity: readonly number[]
  /** Of `RankedPassage.length`, over the index. */
  averageLength: number
  bestRelevance: number
  /** 0 for the first by BM25F. */
  rank: number
  /** Of the passages next to it, where they are candidates; else 0. By the question's weight. */
  relevanceBefore: number
  relevanceAfter: number
  /** The best relevance of another candidate of the same paragraph; 0 if there is none. */
  bestSibling: number
  /** Share of candidates from the same paragraph and with the same title. */
  paragraphShare: number
  titleShare: number
}
