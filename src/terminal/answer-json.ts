import type { AttributionType, QuotationKind } from '../language/analysis.js'
import type { Answer, AnsweredQuote, SpeakerCount } from '../retrieval/answer.js'
import { textOf } from '../span.js'

/** A quote as other programs read it; `start` and `end` are UTF-16 offsets into the article's text. */
export interface QuoteJson {
  text: string
  speaker: string | null
  via: readonly string[]
  kind: QuotationKind | null
  type: AttributionType | null
  exact: boolean
  confidence: number
  article: { title: string; file: string; url?: string }
  start: number
  end: number
  /** Whom the first word means, where it is a pronoun. */
  antecedent?: string
}

export interface AnswerJson {
  found: boolean
  reason?: string
  quotes: readonly QuoteJson[]
  /** No answer, but the nearest on record. */
  closest?: readonly QuoteJson[]
  speakers?: readonly SpeakerCount[]
}

/** An answer as the data that `pipe` and `--json` write. */
export function answerJson(answer: Answer): AnswerJson {
  if (answer.type === 'quotes') return { found: true, quotes: answer.quotes.map(quoteJson) }
  if (answer.type === 'speakers') return { found: true, quotes: [], speakers: answer.speakers }
  return { found: false, reason: answer.reason, quotes: [], closest: answer.closest.map(quoteJson) }
}

function quoteJson(quote: AnsweredQuote): QuoteJson {
  const { article, span, speaker, via, kind, type, exact, confidence } = quote
  const { title, file, url } = article
  return {
    text: textOf(article.text, span),
    speaker,
    via,
    kind,
    type,
    exact,
    confidence: Number(confidence.toFixed(3)),
    article: { title, file, ...(url !== undefined && { url }) },
    start: span[0],
    end: span[1],
    ...(quote.antecedent && { antecedent: quote.antecedent.name }),
  }
}
