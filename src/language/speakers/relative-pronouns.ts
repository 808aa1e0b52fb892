import type { LastMention } from './last-mention.js'
import { firstNameFrom, type NameMention } from './names.js'
import { isLeading, type Nominal, PREPOSITION, readNominal, VERB } from './nominals.js'
import { PRONOUNS } from './pronouns.js'
import { isCapitalized, type Reading } from './reading.js'
import type { Referent } from './referents.js'
import { LONGEST_CLAUSE } from './source-phrases.js'

const CONJUNCTION = /^(?:and|but|or|nor|then)$/

/** Of "voters who doubt it and | who stay away" the first "who": both stand for the same. */
export function firstOfClauses({ tokens, sentenceOf }: Reading, at: number): number {
  if (!CONJUNCTION.test(tokens[at - 1]?.lower ?? '')) return at
  for (let before = at - 2; before >= 0 && at - before < LONGEST_CLAUSE; before--) {
    if (sentenceOf[before] !== sentenceOf[at]) break
    if (tokens[before]!.lower === tokens[at]!.lower) return before
  }
  return at
}

/** The description right before a relative pronoun: "29 others | who"; null where a name or a comma stands there. */
export function nounBefore(reading: Reading, names: readonly NameMention[], at: number): Nominal | null {
  const { tokens, tags, opens } = reading
  // "the group in | which"
  const last = (tags[at - 1]! & PREPOSITION) !== 0 ? at - 2 : at - 1
  const noun = tokens[last]
  if (noun === undefined || !/^\p{L}/u.test(noun.text) || PRONOUNS.has(noun.lower)) return null
  if (isCapitalized(noun) && (opens[last] === 0 || names[firstNameFrom(names, last)]?.first === last))
    return null
  if (CONJUNCTION.test(noun.lower) || (tags[last]! & VERB) !== 0) return null
  let first = last
  while (first > 0 && last - first < 6 && isLeading(reading, first - 1)) first--
  return readNominal(reading, names, [], first, last + 1, last)
}

/** In tokens. */
const NEAR = 16

/** Of the last mentioned: "who" is the last person named in the sentence, "which" the last body or thing. */
export function nameBefore(
  { sentenceOf }: Reading,
  recent: readonly number[],
  referents: readonly Referent[],
  last: ReadonlyMap<number, LastMention>,
  at: number,
  isThing: boolean,
): number | null {
  const near = recent.filter(id => {
    const mention = last.get(id)!.at
    return mention < at && at - mention < NEAR && sentenceOf[mention] === sentenceOf[at]
  })
  return near.find(id => (referents[id]!.kind === 'person') !== isThing) ?? near[0] ?? null
}
