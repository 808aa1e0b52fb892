import nlp from 'compromise'
import type { Span } from '../span.js'
import type { Token } from './tokens.js'

/** The tags of compromise that the passes use, a bit each. */
const NAMES = [
  'Noun', 'ProperNoun', 'Person', 'FirstName', 'LastName', 'MaleName', 'FemaleName', 'Honorific',
  'Place', 'Organization', 'Actor', 'Pronoun', 'Plural', 'Singular', 'Possessive', 'Acronym',
  'Demonym', 'Verb', 'PastTense', 'PresentTense', 'Infinitive', 'Gerund', 'Participle', 'Modal',
  'Auxiliary', 'Copula', 'Adjective', 'Adverb', 'Preposition', 'Conjunction', 'Determiner', 'Value',
] as const // biome-ignore format: a table

export type TagName = (typeof NAMES)[number]

const BIT = new Map<string, number>(NAMES.map((name, index) => [name, (1 << index) >>> 0]))

/**
 * A paragraph is tagged in stretches of at most so many UTF-16 units (none in a newspaper is longer), because the
 * tagger takes more than linear time on endless ones.
 */
const LONGEST = 4000
const WORD = /[\p{L}\p{N}]/u

/** The bits of `names`, to test a token's tags with. */
export const tagBits = (...names: TagName[]): number =>
  names.reduce((bits, name) => (bits | (BIT.get(name) ?? 0)) >>> 0, 0)

/** Shapes of compromise's inner document that are read here; its public types leave them open. */
interface Term {
  pre: string
  text: string
  post: string
  tags: Set<string>
}

/**
 * Part-of-speech and entity tags: one set of bits a token, 0 for punctuation.
 * Each paragraph is tagged once; compromise's terms follow one another without a gap, so their places are exact.
 */
export function tagTokens(text: string, paragraphs: readonly Span[], tokens: readonly Token[]): Uint32Array {
  const tags = new Uint32Array(tokens.length)
  let next = 0
  for (const paragraph of paragraphs.keys()) {
    while (tokens[next]?.paragraph === paragraph) {
      const first = next
      const limit = tokens[first]!.span[0] + LONGEST
      while (tokens[next]?.paragraph === paragraph && (next === first || tokens[next]!.span[1] <= limit))
        next++
      const stretch: Span = [tokens[first]!.span[0], tokens[next - 1]!.span[1]]
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
    const bits = bitsOf(term.tags)
    while (index < end && tokens[index]!.span[1] <= start) index++
    for (let i = index; i < end && tokens[i]!.span[0] < termEnd; i++) {
      if (tokens[i]!.kind === 'word') tags[i] = (tags[i]! | bits) >>> 0
    }
  }
}

function termsOf(words: string): Term[] {
  return (nlp(words) as unknown as { docs: Term[][] }).docs.flat()
}

function bitsOf(tags: Set<string>): number {
  let bits = 0
  for (const tag of tags) bits |= BIT.get(tag) ?? 0
  return bits >>> 0
}
