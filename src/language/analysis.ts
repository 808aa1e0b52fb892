import type { Article } from '../article.js'
import type { Span } from '../span.js'

/** Raised whenever the passes would give stored articles another analysis; older ones are then analysed again. */
export const ANALYSIS_VERSION = 17

/** `direct`: content wholly in quotation marks; `mixed`: partly; `indirect`: no marks. */
export type QuotationKind = 'direct' | 'mixed' | 'indirect'

/** What the cue reports: something said, something thought or felt, something a document holds, or anything else. */
export type AttributionType = 'speech' | 'thought' | 'document' | 'other'

export type SpeakerKind = 'person' | 'organisation' | 'document' | 'group'

/** One link of a second-hand chain: who passed the words on, and to whom where the article says so ("sources told TOLOnews"). */
export interface Via {
  /** Index into `AnalyzedArticle.speakers`. */
  speaker: number
  addressee: string | null
}

/** A quotation joined to its cue, source and speaker. */
export interface Attribution {
  kind: QuotationKind
  type: AttributionType
  /** What was said, in order and disjoint: "…," she said, "…" has two spans. Quotation marks belong to the span. */
  content: readonly Span[]
  /** The words that report; empty where the article has none. */
  cue: readonly Span[]
  /** The words the article credits, or null where it credits nobody. */
  source: Span | null
  /** Index into `AnalyzedArticle.speakers`; null: the speaker is unknown. */
  speaker: number | null
  /** Nearest the speaker first: who passed the words on. Empty when first-hand. */
  via: readonly Via[]
  /** Probability in [0, 1] that the speaker is right. */
  confidence: number
}

/** A person or body that is quoted or mentioned. */
export interface Speaker {
  /** The fullest name the article gives, or the words as written for unnamed sources. */
  name: string
  kind: SpeakerKind
  /** Whether the article gives a name ("sources", "a spokesman" are unnamed). */
  named: boolean
  /** Every other way the article names or describes the speaker, without pronouns. */
  aliases: readonly string[]
  mentions: readonly Span[]
}

/** An article with everything the program knows about it; plain data, so that it can be stored as JSON. */
export interface AnalyzedArticle {
  article: Article
  /** In order; each within one paragraph. */
  sentences: readonly Span[]
  /** In order of the first content; contents are disjoint or nested. */
  attributions: readonly Attribution[]
  speakers: readonly Speaker[]
}
