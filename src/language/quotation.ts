import type { Span } from '../span.js'
import type { AttributionType, QuotationKind } from './analysis.js'

/** A quotation with its cue and source, before the source is resolved to a speaker. Spans as in `Attribution`. */
export interface Quotation {
  kind: QuotationKind
  type: AttributionType
  content: readonly Span[]
  cue: readonly Span[]
  source: Span | null
  /** Index of the quotation whose content holds this one (second-hand speech), or null. */
  outer: number | null
  /** Whom the source told, where the article says so: "sources told TOLOnews". */
  addressee: Span | null
  /** Set on what a paragraph of a transcript holds of a turn: words as spoken, though without marks. */
  isTurn?: true
}
