import { tagBits } from '../tagger.js'
import type { Reading } from './reading.js'

/** The last time that a referent was mentioned. */
export interface LastMention {
  at: number
  subject: boolean
  possessive: boolean
  /** Whether a preposition or verb led to it: "echoing Blinken". */
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
const ADVERB = tagBits('Adverb')
const LEADS_TO_OBJECT = tagBits('Preposition', 'Gerund', 'Infinitive', 'PresentTense', 'PastTense')

interface MentionPlace {
  isSource: boolean
  isReported: boolean
  isUnnamed: boolean
  /** Where the title before the name begins. */
  start?: number
}

/** What the words around tokens [first, end) tell of how prominent the mention is. */
export function readMention(
  reading: Reading,
  first: number,
  end: number,
  { isSource, isReported, isUnnamed, start = first }: MentionPlace,
): LastMention {
  const { tokens, opens } = reading
  const after = tokens[end]
  const possessive = (after !== undefined && /^'s?$/.test(after.lower)) || isDependent(tokens[first]!.lower)
  return {
    at: first,
    subject: !possessive && (isSource || opens[first] === 1 || isVerbAfter(reading, first, end)),
    possessive,
    oblique: !possessive && !isSource && isObject(reading, start) && !/^s?he$/.test(tokens[first]!.lower),
    reported: isReported,
    source: isSource,
    topic: !possessive && isTopic(reading, first),
    unnamed: isUnnamed,
  }
}

const isObject = ({ tags, opens }: Reading, start: number): boolean =>
  opens[start] === 0 && ((tags[start - 1] ?? 0) & LEADS_TO_OBJECT) !== 0

/** Whether nothing but what leads to the mention stands before it in its paragraph: "Her captain, | Jo Petrie". */
function isTopic({ tokens, tags }: Reading, first: number): boolean {
  const { paragraph } = tokens[first]!
  for (let at = first - 1; at >= 0 && tokens[at]!.paragraph === paragraph; at--)
    if (first - at > LONGEST_LEAD || (tags[at]! & (VERB | PREPOSITION)) !== 0) return false
  return true
}

/** In tokens. */
const LONGEST_LEAD = 8

/** Whether a verb follows, past an adverb and what stands between commas: "Hart, though, | was", ", Anders Holm, | told". */
function isVerbAfter({ tokens, tags, sentenceOf }: Reading, first: number, end: number): boolean {
  const isVerb = (at: number): boolean => {
    if (sentenceOf[at] !== sentenceOf[first]) return false
    const verb = (tags[at]! & ADVERB) !== 0 && tokens[at]!.lower !== 'not' ? at + 1 : at
    return ((tags[verb] ?? 0) & VERB) !== 0
  }
  if (isVerb(end)) return true
  if (tokens[end]?.text !== ',') return false
  if (tokens[first - 1]?.text === ',' && isVerb(end + 1)) return true
  for (let at = end + 1; at < tokens.length && at - end < LONGEST_INSERTION; at++) {
    if (sentenceOf[at] !== sentenceOf[first]) return false
    if (tokens[at]!.text === ',' && isVerb(at + 1)) return true
  }
  return false
}

/** In tokens. */
const LONGEST_INSERTION = 24

/** "his", "her" and "him" are never subjects. */
export const isDependent = (lower: string): boolean => /^(?:his|her|hers|him|himself|herself)$/.test(lower)
