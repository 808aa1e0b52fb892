import { tagBits } from '../tagger.js'
import type { Reading } from './reading.js'

/** The last time that a referent was mentioned. */
export interface LastMention {
  at: number
  subject: boolean
  possessive: boolean
  /** Whether a preposition led to it. */
  oblique: boolean
  /** Whether it stood in what somebody said, marked or not. */
  reported: boolean
  /** Whether it stood where words were credited. */
  source: boolean
  /** Whether it began its paragraph. */
  topic: boolean
  /** Whether it was a pronoun or description. */
  unnamed: boolean
}

const PREPOSITION = tagBits('Preposition')
const VERB = tagBits('PastTense', 'PresentTense', 'Copula', 'Modal', 'Auxiliary')

/** What the words around tokens [first, end) tell of how prominent the mention is. */
export function readMention(
  { tokens, tags, opens }: Reading,
  first: number,
  end: number,
  { isSource, isReported, isUnnamed }: { isSource: boolean; isReported: boolean; isUnnamed: boolean },
): LastMention {
  const after = tokens[end]
  const possessive = (after !== undefined && /^'s?$/.test(after.lower)) || isDependent(tokens[first]!.lower)
  const verb = (tags[end] ?? 0) & VERB
  return {
    at: first,
    subject: !possessive && (isSource || verb !== 0 || opens[first] === 1),
    possessive,
    oblique: ((tags[first - 1] ?? 0) & PREPOSITION) !== 0,
    reported: isReported,
    source: isSource,
    topic: first === 0 || tokens[first - 1]!.paragraph !== tokens[first]!.paragraph,
    unnamed: isUnnamed,
  }
}

/** "his", "her" and "him" are never subjects. */
export const isDependent = (lower: string): boolean => /^(?:his|her|hers|him|himself|herself)$/.test(lower)
