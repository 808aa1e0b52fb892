import type { Span } from '../../span.js'
import type { Quotation } from '../quotation.js'
import { type Token, tokensWithin } from '../tokens.js'
import { readTokens } from './reading.js'
import type { ResolvedSpeakers } from './resolved-speakers.js'
import { Resolver } from './resolver.js'
import { type Ranker, rankSpeakers } from './speaker-ranking.js'

/** An article with what the passes before found in it. */
export interface SpeakerInput {
  text: string
  paragraphs: readonly Span[]
  title: string
  /** Who wrote the article, where its description says so: speaks as "I" outside quotation marks. */
  author?: string | undefined
  sentences: readonly Span[]
  tokens: readonly Token[]
  /** A set of tag bits a token (see tagger.ts). */
  tags: Uint32Array
  quotations: readonly Quotation[]
}

/** Follows every source to a speaker: names, descriptions and pronouns, over the whole article. Linear in the text. */
export function resolveSpeakers(input: SpeakerInput, rank: Ranker = rankSpeakers): ResolvedSpeakers {
  if (input.tokens.length === 0) return nobody(input.quotations.length)
  const reading = readTokens(input.text, input.tokens, input.tags, input.sentences)
  for (const { isTurn, content } of input.quotations)
    if (isTurn) for (const span of content) reading.quoted.fill(1, ...tokensWithin(input.tokens, span))
  return new Resolver(reading, input.quotations, rank, input.author).resolve()
}

const nobody = (count: number): ResolvedSpeakers => ({
  speakers: [],
  speakerOf: new Array(count).fill(null),
  confidence: new Array(count).fill(0),
})
