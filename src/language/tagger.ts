import type { Span } from '../span.js'
import { tagByCompromise } from './tagging/compromise.js'
import { tagByModel } from './tagging/greedy-tagger.js'
import type { TagModel } from './tagging/tag-model.js'
import type { Token } from './tokens.js'

export { type TagName, tagBits } from './tagging/tag-names.js'

/**
 * Part-of-speech and entity tags: one set of bits a token, 0 for punctuation. By the learned tagger, or by compromise,
 * whose pupil that is and which takes ten times as long, where there is no model.
 */
export const tagTokens = (
  text: string,
  paragraphs: readonly Span[],
  tokens: readonly Token[],
  model: TagModel | null = null,
): Uint32Array => (model === null ? tagByCompromise(text, paragraphs, tokens) : tagByModel(tokens, model))
