import type { AttributionType } from '../analysis.js'
import type { Token } from '../tokens.js'
import { matchCueVerb, REPORT_NOUNS } from './cues.js'

const THOUGHT_NOUNS =
  /^(?:belie(?:f|fs|ve)|hopes?|fears?|views?|opinions?|expectations?|doubts?|concerns?|plans?|support|opposition)$/
const DOCUMENT_NOUNS = /^(?:reports?|polls?|surveys?|stud(?:y|ies)|data|figures|documents?|records?)$/
const SPOKEN = /^(?:according|statements?|remarks?|comments?|interview|speech|words?|[:—–])$/

/** What the words [first, end) of a cue report: by their last verb or noun of reporting. Null where they have none. */
export function typeOfCue(tokens: readonly Token[], first: number, end: number): AttributionType | null {
  for (let i = end - 1; i >= first; i--) {
    const word = tokens[i]!.lower
    const verb = matchCueVerb(word, distance => tokens[i + distance]?.lower)
    if (verb !== null) return verb.type
    if (SPOKEN.test(word)) return 'speech'
    if (THOUGHT_NOUNS.test(word)) return 'thought'
    if (DOCUMENT_NOUNS.test(word)) return 'document'
    if (REPORT_NOUNS.has(word)) return 'speech'
  }
  return null
}
