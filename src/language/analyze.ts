import type { Article } from '../article.js'
import { type Span, textOf } from '../span.js'
import type { AnalyzedArticle, Attribution, Via } from './analysis.js'
import type { AttributionModel } from './learned/attribution-model.js'
import { improveQuotations } from './learned/merge-quotations.js'
import type { Quotation } from './quotation.js'
import { findMarked } from './quotation-marks.js'
import { findQuotations } from './rules/find-quotations.js'
import { splitSentences } from './sentences.js'
import { resolveSpeakers } from './speakers/coreference.js'
import type { ResolvedSpeakers } from './speakers/resolved-speakers.js'
import { tagTokens } from './tagger.js'
import type { TagModel } from './tagging/tag-model.js'
import { tokenize } from './tokens.js'
import { creditTurns } from './transcript/turn-speakers.js'
import { findTurns, type Turns } from './transcript/turns.js'

export type AnalyzeArticle = (article: Article) => AnalyzedArticle

/** The analysis with learned models, which are parsed once for all articles. */
export const createAnalyzer =
  (model: AttributionModel, tagModel: TagModel | null = null): AnalyzeArticle =>
  article =>
    analyzeArticle(article, model, tagModel)

/**
 * Who said what in an article: the passes in order; by rules alone where there is no model, with compromise's tags
 * where there is none for these.
 * Pure; never throws, whatever the text.
 */
export function analyzeArticle(
  article: Article,
  model: AttributionModel | null = null,
  tagModel: TagModel | null = null,
): AnalyzedArticle {
  const { text, title, author } = article
  const { read, quotations } = readQuotations(article, model, tagModel)
  const resolved = creditTurns(
    read,
    title,
    quotations,
    resolveSpeakers({ ...read, title, author, quotations }),
  )
  const attributions = quotations.map((_, index) => attributionOf(text, quotations, index, resolved))
  return { article, sentences: read.sentences, attributions, speakers: resolved.speakers }
}

/** What is said in an article, before it is known by whom; with what was read on the way. */
export function readQuotations(
  { text, paragraphs }: Pick<Article, 'text' | 'paragraphs'>,
  model: AttributionModel | null,
  tagModel: TagModel | null,
) {
  const turns = findTurns(text, paragraphs)
  const sentences = splitSentences(text, spokenParts(paragraphs, turns))
  const tokens = tokenize(text, paragraphs)
  const tags = tagTokens(text, paragraphs, tokens, tagModel)
  const marked = findMarked(text, paragraphs)
  const read = { text, paragraphs, sentences, tokens, tags, turns, marked }
  const ruled = findQuotations(read)
  return { read, quotations: model === null ? ruled : improveQuotations(read, ruled, model) }
}

/** The paragraphs without the labels of a transcript: its sentences are what is said. */
function spokenParts(paragraphs: readonly Span[], turns: Turns): Span[] {
  return paragraphs.flatMap((paragraph, index) => {
    const turn = turns.get(index)
    if (!turn?.opens) return [paragraph]
    return turn.said[0] < paragraph[1] && turn.said[1] > turn.said[0] ? [[turn.said[0], paragraph[1]]] : []
  })
}

function attributionOf(
  text: string,
  quotations: readonly Quotation[],
  index: number,
  { speakerOf, confidence }: ResolvedSpeakers,
): Attribution {
  const { kind, type, content, cue, source } = quotations[index]!
  return {
    kind,
    type,
    content,
    cue,
    source,
    speaker: speakerOf[index] ?? null,
    via: chainOf(text, quotations, index, speakerOf),
    confidence: confidence[index] ?? 0,
  }
}

/** Who passed the words on, from the quotation's holder outwards; a speaker who quotes himself is named once. */
function chainOf(
  text: string,
  quotations: readonly Quotation[],
  index: number,
  speakerOf: readonly (number | null)[],
): Via[] {
  const chain: Via[] = []
  let inner = speakerOf[index] ?? null
  for (let at = quotations[index]!.outer; at !== null; at = quotations[at]!.outer) {
    const { addressee } = quotations[at]!
    const speaker = speakerOf[at] ?? null
    if (speaker !== null && speaker !== inner) {
      chain.push({ speaker, addressee: addressee && textOf(text, addressee) })
      inner = speaker
    }
  }
  return chain
}
