import type { AnalyzedArticle, Attribution } from '../language/analysis.js'
import { firstEndingAfter, lengthOf, overlaps, type Span, textOf } from '../span.js'
import type { AnsweredQuote } from './answer.js'
import { withWholeContext } from './whole-sentences.js'

/** What a quote is shown with beside its place. */
export interface Showing {
  confidence: number
  exact?: boolean
  differences?: AnsweredQuote['differences']
  /** The sentence it is shown after; by default the one before where it leans on that. */
  before?: Span | null
}

/** A stretch of an article as an answer, said by whom `attribution` says; null: the article's own words. */
export function answeredQuote(
  analyzed: AnalyzedArticle,
  stretch: Span,
  attribution: Attribution | null,
  { confidence, exact = false, differences = [], before: wanted }: Showing,
): AnsweredQuote {
  const needed = wanted === undefined ? sentenceNeededBefore(analyzed, stretch, attribution) : wanted
  const { span, before } = withWholeContext(analyzed, stretch, needed)
  const via = attribution ? namesOfChain(analyzed, attribution) : []
  return {
    article: analyzed.article,
    span,
    before,
    content: attribution?.content.filter(content => overlaps(content, span)) ?? [],
    cue: attribution?.cue ?? [],
    kind: attribution?.kind ?? null,
    type: attribution?.type ?? null,
    speaker: attribution ? nameOf(analyzed, attribution.speaker) : null,
    via: via.flat(),
    chain: via.length > 0 ? via.map(names => names.join(' to ')).join(', via ') : null,
    exact,
    differences,
    confidence,
  }
}

export const nameOf = ({ speakers }: AnalyzedArticle, speaker: number | null): string | null =>
  speaker === null ? null : (speakers[speaker]?.name ?? null)

const namesOfChain = (analyzed: AnalyzedArticle, { via }: Attribution): string[][] =>
  via.flatMap(({ speaker, addressee }) => {
    const name = nameOf(analyzed, speaker)
    return name === null ? [] : [addressee === null ? [name] : [name, addressee]]
  })

/**
 * Of the attributions, the innermost whose content holds (nearly) as much of `words` as any does; null when none holds
 * half of them.
 */
export function innermostAround(
  attributions: readonly Attribution[],
  words: readonly Span[],
): Attribution | null {
  const held = attributions.map(
    ({ content }) => words.filter(word => content.some(span => overlaps(span, word))).length,
  )
  const most = Math.max(0, ...held)
  if (most * 2 < words.length || most === 0) return null
  const around = attributions.filter((_, i) => held[i]! >= 0.8 * most)
  return around.reduce((inner, other) => (contentLength(other) < contentLength(inner) ? other : inner))
}

const contentLength = ({ content }: Attribution): number =>
  content.reduce((sum, span) => sum + lengthOf(span), 0)

const LEANING =
  /^["“‘'«]*(?:he|she|it|they|his|her|its|their|this|that|these|those|but|and|so|yet|or|however|also|then|such|instead|still|both|neither|another|the (?:latter|former))\b/i

/** Whether the sentence begins with a word that leans on the one before. */
export const isLeaning = (text: string, span: Span): boolean =>
  LEANING.test(textOf(text, [span[0], Math.min(span[1], span[0] + 24)]))

/** The sentence before, of the same article and (in a transcript) the same turn, for one that begins with "But" or a pronoun that is not its named source. */
function sentenceNeededBefore(
  { article, sentences }: AnalyzedArticle,
  span: Span,
  attribution: Attribution | null,
): Span | null {
  if (!isLeaning(article.text, span)) return null
  const source = attribution?.source
  if (source && attribution.speaker !== null && source[0] - span[0] <= 1 && source[0] >= span[0]) return null
  const before = sentences[firstEndingAfter(sentences, span[0]) - 1]
  if (before === undefined || span[0] - before[1] >= 8) return null
  return textOf(article.text, [before[1], span[0]]).trim() === '' ? before : null
}
