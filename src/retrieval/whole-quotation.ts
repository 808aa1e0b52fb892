import type { AnalyzedArticle, Attribution } from '../language/analysis.js'
import { firstEndingAfter, lengthOf, overlaps, type Span, textOf } from '../span.js'

/** In UTF-16 units; what a reader takes in at one glance, and five of them fit one Discord message. */
export const LONGEST = 400

const OPENING_MARK = /["“„«‘']/

/**
 * The sentences of the quotation that a sentence belongs to, in its paragraph, so that quotation marks that open in one
 * close in another; of one that is too long the piece between marks, or else the sentence alone.
 */
export function wholeQuotation(
  analyzed: AnalyzedArticle,
  sentence: number,
  attribution: Attribution | null,
): Span {
  const alone = analyzed.sentences[sentence]!
  if (attribution === null || !isMarked(analyzed, attribution)) return alone
  const { content } = attribution
  const pieces = content.filter(span => overlaps(span, alone))
  if (pieces.length === 0) return alone
  const whole = [content, pieces].map(spans => sentencesAround(analyzed, sentence, spans))
  return whole.find(span => lengthOf(span) <= LONGEST) ?? alone
}

/** The turns of a transcript have no marks. */
export const isMarked = ({ article }: AnalyzedArticle, { kind, content }: Attribution): boolean =>
  kind !== 'indirect' &&
  content.some(([start]) => OPENING_MARK.test(textOf(article.text, [Math.max(0, start - 1), start + 1])))

/** From the sentence outwards, over all that the content touches. */
function sentencesAround(
  { article, sentences }: AnalyzedArticle,
  sentence: number,
  content: readonly Span[],
): Span {
  const { paragraphs } = article
  const paragraph = paragraphs[firstEndingAfter(paragraphs, sentences[sentence]![0])]!
  const earliest = firstEndingAfter(sentences, content[0]![0])
  const end = Math.min(paragraph[1], content.at(-1)![1])
  let first = sentence
  let last = sentence
  while (first > earliest && sentences[first - 1]![0] >= paragraph[0]) first--
  while (last + 1 < sentences.length && sentences[last + 1]![0] < end) last++
  return [sentences[first]![0], sentences[last]![1]]
}
