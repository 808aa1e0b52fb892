import type { AnalyzedArticle, Attribution } from '../language/analysis.js'
import { firstEndingAfter, type Span, textOf } from '../span.js'
import { isMarked, LONGEST } from './whole-quotation.js'

export interface Shown {
  span: Span
  before: Span | null
}

/**
 * What is shown with the sentence before it, so that no quotation in marks is cut between them or where the context
 * begins: they are shown as one, or the context is longer, or left out where that would be too long.
 */
export function withWholeContext(analyzed: AnalyzedArticle, span: Span, before: Span | null): Shown {
  if (before === null) return { span, before }
  const marked = analyzed.attributions.filter(each => isMarked(analyzed, each)).flatMap(each => each.content)
  const begin = beginningOf(analyzed, before, marked)
  const isOneQuotation = marked.some(([start, end]) => start < before[1] && end > span[0])
  if (isOneQuotation && span[1] - begin <= LONGEST) return { span: [begin, span[1]], before: null }
  const isTooLong = begin < before[0] && before[1] - begin > LONGEST
  return { span, before: isOneQuotation || isTooLong ? null : [begin, before[1]] }
}

/** Where the sentence begins in which a quotation that runs into this one does. */
function beginningOf({ sentences }: AnalyzedArticle, [at]: Span, marked: readonly Span[]): number {
  const around = marked.find(([start, end]) => start < at && at < end)
  return around ? sentences[firstEndingAfter(sentences, around[0])]![0] : at
}

/** The sentence, with those behind it in which its quotation goes on: "We shall," he said. "and soon." */
export function withContinuation(
  analyzed: AnalyzedArticle,
  span: Span,
  attribution: Attribution | null,
): Span {
  const { article, sentences } = analyzed
  if (attribution === null) return span
  let whole = span
  for (const part of attribution.content) {
    if (part[0] < whole[1] || !/^["“‘'«]*\p{Ll}/u.test(textOf(article.text, part))) continue
    const sentence = sentences[firstEndingAfter(sentences, part[0])]!
    if (/\S/.test(article.text.slice(whole[1], sentence[0])) || sentence[1] - span[0] > LONGEST) break
    whole = [span[0], sentence[1]]
  }
  return whole
}
