import type { Article } from '../article.js'
import type { AttributionType, QuotationKind } from '../language/analysis.js'
import type { Span } from '../span.js'

/** Where the words asked for and the words on the record part; in the order of the record. */
export type Difference =
  | { op: 'same'; recorded: Span }
  | { op: 'changed'; remembered: string; recorded: Span }
  /** On the record, but not remembered. */
  | { op: 'missing'; recorded: Span }
  /** Remembered, but not on the record; stands before `at`. */
  | { op: 'added'; remembered: string; at: number }

/** What denies on one side only: on the record, or in what was asked. */
export type Denial = { by: 'record'; words: Span } | { by: 'asked'; words: string }

/** One verbatim piece of an article with who said it. Nothing in it is composed: every span is a slice of `article.text`. */
export interface AnsweredQuote {
  article: Article
  /** What is shown: whole sentences. */
  span: Span
  /** The sentence before, where `span` cannot be understood without it. */
  before: Span | null
  /** Whom the first word means, where the article names them elsewhere: shown beside the words, never in them. */
  antecedent?: { words: Span; name: string }
  /** The quotation's content within (or around) `span`; empty for the article's own words. */
  content: readonly Span[]
  cue: readonly Span[]
  /** null: the article's own words, attributed to nobody. */
  kind: QuotationKind | null
  type: AttributionType | null
  /** The fullest name; null with a `kind`: the speaker is unknown. */
  speaker: string | null
  /** The second-hand chain, nearest the speaker first, in names ("sources", "TOLOnews"). */
  via: readonly string[]
  /** The same chain in words ("sources to TOLOnews"), or null when first-hand. */
  chain: string | null
  /** Whether the words asked for stand there word for word (case, punctuation, contractions and white space aside). */
  exact: boolean
  /** Empty when exact, or when no words were remembered. */
  differences: readonly Difference[]
  /** Where it may say the opposite of what was asked. */
  denial?: Denial | undefined
  /** In [0, 1]; calibrated where the function says so. */
  confidence: number
}

export interface SpeakerCount {
  name: string
  quotations: number
  articles: number
}

export type AbstentionReason =
  | 'no-articles'
  | 'no-match'
  | 'no-words'
  | 'no-such-speaker'
  | 'no-such-article'
  | 'no-such-topic'
  | 'not-about-this'
  | 'nothing-quoted'

/** What there is to say. Not being on the record is an answer, not an error. */
export type Answer =
  | {
      type: 'quotes'
      quotes: readonly AnsweredQuote[]
      /** Who was asked about as the speaker, where none of the quotes is theirs. */
      notSaidBy?: string
    }
  | { type: 'speakers'; speakers: readonly SpeakerCount[] }
  | {
      type: 'abstention'
      reason: AbstentionReason
      /** What was asked for and is not there: the speaker's or article's name, or the words. */
      asked: string
      /** The nearest on record, never an answer; may be empty. */
      closest: readonly AnsweredQuote[]
    }
