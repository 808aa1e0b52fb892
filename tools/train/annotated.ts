import { splitParagraphs } from '../../src/article.js'
import { loadTagModel } from '../../src/ingest/model-file.js'
import { GAP, labelOf, OUTSIDE } from '../../src/language/learned/label-set.js'
import type { Role } from '../../src/language/learned/sequence-model.js'
import { findMarked, type Marked } from '../../src/language/quotation-marks.js'
import { splitSentences } from '../../src/language/sentences.js'
import { tagTokens } from '../../src/language/tagger.js'
import { type Token, tokenize, tokensWithin } from '../../src/language/tokens.js'
import type { Span } from '../../src/span.js'
import type { GoldArticle, GoldAttribution } from './polnear.js'

/** An annotated article after the passes that come before the tagger, with a label a token. */
export interface Annotated extends GoldArticle {
  paragraphs: readonly Span[]
  tokens: readonly Token[]
  sentences: readonly Span[]
  marked: readonly Marked[]
  tags: Uint32Array
  labels: Uint8Array
}

export function annotate(article: GoldArticle): Annotated {
  const { text } = article
  const paragraphs = splitParagraphs(text)
  const tokens = tokenize(text, paragraphs)
  return {
    ...article,
    paragraphs,
    tokens,
    sentences: splitSentences(text, paragraphs),
    marked: findMarked(text, paragraphs),
    tags: tagTokens(text, paragraphs, tokens, loadTagModel()),
    labels: labelTokens(tokens, article.attributions),
  }
}

/** Contents first, then sources and cues over them, as the scorer does. */
function labelTokens(tokens: readonly Token[], attributions: readonly GoldAttribution[]): Uint8Array {
  const labels = new Uint8Array(tokens.length).fill(OUTSIDE)
  for (const attribution of attributions) labelGap(tokens, attribution, labels)
  for (const role of ['content', 'source', 'cue'] as const) {
    for (const attribution of attributions) {
      for (const span of attribution[role]) labelSpan(tokens, span, role, sideOf(span, attribution), labels)
    }
  }
  return labels
}

const sideOf = (span: Span, { cue }: GoldAttribution): number => ((cue[0]?.[0] ?? 0) <= span[0] ? 1 : 0)

function labelSpan(tokens: readonly Token[], span: Span, role: Role, side: number, labels: Uint8Array): void {
  const [first, end] = tokensWithin(tokens, span)
  const variant = role === 'cue' ? 0 : side
  for (let i = first; i < end; i++) labels[i] = labelOf(role, i === first, variant)
}

/** Words between the parts of one attribution, where these are in one paragraph. */
function labelGap(tokens: readonly Token[], attribution: GoldAttribution, labels: Uint8Array): void {
  const spans = [...attribution.source, ...attribution.cue, ...attribution.content].sort(
    (a, b) => a[0] - b[0],
  )
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1]
    if (next === undefined) break
    const first = tokensWithin(tokens, span)[1]
    const end = tokensWithin(tokens, next)[0]
    if (end <= first || end - first > 40 || tokens[first]?.paragraph !== tokens[end]?.paragraph) continue
    labels.fill(GAP, first, end)
  }
}
