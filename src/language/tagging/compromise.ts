import type nlp from 'compromise'
import { deferPackage } from '../../defer-package.js'
import type { Span } from '../../span.js'
import type { Token } from '../tokens.js'
import { bitsOfTags } from './tag-names.js'

/**
 * A paragraph is tagged in stretches of at most so many UTF-16 units (none in a newspaper is longer), because the
 * tagger takes more than linear time on endless ones.
 */
const LONGEST = 4000
const compromise = deferPackage<typeof nlp>('compromise')
const WORD = /[\p{L}\p{N}]/u

/** Shapes of compromise's inner document that are read here; its public types leave them open. */
interface Term {
  pre: string
  text: string
  post: string
  tags: Set<string>
}

/**
 * compromise's own tags, 0 for punctuation.
 * Each paragraph is tagged once; compromise's terms follow one another without a gap, so their places are exact.
 */
export function tagByCompromise(
  text: string,
  paragraphs: readonly Span[],
  tokens: readonly Token[],
): Uint32Array {
  const tags = new Uint32Array(tokens.length)
  let next = 0
  for (const paragraph of paragraphs.keys()) {
    while (tokens[next]?.paragraph === paragraph) {
      const first = next
      const limit = tokens[first]!.start + LONGEST
      while (tokens[next]?.paragraph === paragraph && (next === first || tokens[next]!.end <= limit)) next++
      const stretch: Span = [tokens[first]!.start, tokens[next - 1]!.end]
      const words = text.slice(...stretch)
      if (WORD.test(words)) tagStretch(words, stretch[0], tokens, first, next, tags)
    }
  }
  return tags
}

function tagStretch(
  words: string,
  offset: number,
  tokens: readonly Token[],
  first: number,
  end: number,
  tags: Uint32Array,
) {
  let at = offset
  let index = first
  for (const term of termsOf(words)) {
    const start = at + term.pre.length
    at = start + term.text.length + term.post.length
    const termEnd = start + term.text.length
    const bits = bitsOfTags(term.tags)
    while (index < end && tokens[index]!.end <= start) index++
    for (let i = index; i < end && tokens[i]!.start < termEnd; i++) {
      if (tokens[i]!.kind === 'word') tags[i] = (tags[i]! | bits) >>> 0
    }
  }
}

function termsOf(words: string): Term[] {
  return (compromise()(words) as unknown as { docs: Term[][] }).docs.flat()
}
