/**
 * What a word or a pair of words has been in annotated articles, in a few bits:
 * its part of speech (5 bits), then how often it was in a cue, a source, a content (3 bits each; 0: not seen enough).
 */
export interface Gazetteer {
  /** Keyed by `WordForm.word` and `pairKey`; 0 for what is not known. */
  lookUp(key: number): number
}

export const WORD_CLASS = {
  unknown: 0,
  noun: 1,
  plural: 2,
  proper: 3,
  person: 4,
  pronoun: 5,
  past: 6,
  present: 7,
  infinitive: 8,
  gerund: 9,
  participle: 10,
  modal: 11,
  auxiliary: 12,
  copula: 13,
  adjective: 14,
  adverb: 15,
  preposition: 16,
  conjunction: 17,
  determiner: 18,
  value: 19,
  possessive: 20,
  verb: 21,
} as const

export const packEntry = (wordClass: number, cue: number, source: number, content: number): number =>
  wordClass | (cue << 5) | (source << 8) | (content << 11)

export const classOf = (entry: number): number => entry & 31
export const cueLevel = (entry: number): number => (entry >> 5) & 7
export const sourceLevel = (entry: number): number => (entry >> 8) & 7
export const contentLevel = (entry: number): number => (entry >> 11) & 7

/** From this level on a word is a strong cue: one that reports in a third of its uses or more. */
export const STRONG_CUE = 5

const LIMITS = [0.01, 0.04, 0.1, 0.3, 0.6, 0.85]

/** 1 to 7 by the share of a word's uses in a role; 0 where it was seen too seldom to tell. */
export function levelOf(uses: number, all: number): number {
  if (all < 4) return 0
  const share = uses / (all + 0.5)
  let level = 1
  for (const limit of LIMITS) if (share >= limit) level++
  return level
}

export function pairKey(first: number, second: number): number {
  return (Math.imul(first ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 0 || 1
}

const STRONG_VERBS = new Set<number>([
  WORD_CLASS.past,
  WORD_CLASS.present,
  WORD_CLASS.participle,
  WORD_CLASS.verb,
])
export const isVerbClass = (wordClass: number): boolean => STRONG_VERBS.has(wordClass)
