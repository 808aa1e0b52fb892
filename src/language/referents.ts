import type { SpeakerKind } from './analysis.js'
import { type Description, describeName, emptyDescription } from './descriptions.js'
import { type Gender, genderOfWord } from './gender.js'
import { genderOfGivenName } from './lexicon.js'
import { type MergedNames, plainWord } from './name-merging.js'
import type { NameKind, NameMention } from './names.js'
import { PRONOUNS } from './pronouns.js'
import type { Reading } from './reading.js'

/** Somebody or something that the article speaks of: by name, or only by a description. */
export interface Referent {
  kind: NameKind | SpeakerKind
  gender: Gender | null
  description: Description
  /** Name mentions in order; empty for those who are only described. */
  names: readonly NameMention[]
  /** Lower-case words of all its names. */
  nameWords: ReadonlySet<string>
  /** Tokens [first, end) of the description, where there is no name. */
  words: readonly [first: number, end: number] | null
  /** Tokens [first, end) of other mentions that were resolved to it. */
  others: (readonly [first: number, end: number])[]
}

/** One referent an entity, in the same order. */
export function referentsOf(
  reading: Reading,
  names: readonly NameMention[],
  merged: MergedNames,
): Referent[] {
  const votes = genderVotes(reading, names, merged)
  return merged.entities.map((entity, index) => {
    const description = emptyDescription()
    for (const name of entity.mentions.slice(0, 40)) describeName(reading, description, name)
    const gender = genderOf(reading, entity.mentions, description, votes[index]!)
    return {
      kind: kindOf(entity.kind, description, gender, entity.mentions),
      gender,
      description,
      names: entity.mentions,
      nameWords: new Set(entity.forms.flat()),
      words: null,
      others: [],
    }
  })
}

function kindOf(
  kind: NameKind,
  { heads }: Description,
  gender: Gender | null,
  mentions: readonly NameMention[],
): NameKind {
  if (kind !== 'unknown') return kind
  if (heads.size > 0 || gender !== null) return 'person'
  const longest = mentions.reduce((most, { words }) => Math.max(most, words.length), 0)
  return longest === 2 || longest === 3 ? 'person' : 'unknown'
}

function genderOf(
  { tokens }: Reading,
  mentions: readonly NameMention[],
  description: Description,
  pronouns: number,
): Gender | null {
  for (const name of mentions) {
    for (let at = name.titleFirst; at < name.first; at++) {
      const gender = genderOfWord(tokens[at]!.lower)
      if (gender !== null) return gender
    }
  }
  const given = mentions.map(({ words }) =>
    words.length > 1 ? genderOfGivenName(plainWord(words[0]!)) : null,
  )
  const told = given.find(gender => gender !== null)
  if (told !== undefined) return told
  if (pronouns !== 0) return pronouns > 0 ? 'male' : 'female'
  return description.gender ?? loneGender(mentions)
}

/** A person who is only called by a given name: "Melanie". */
function loneGender(mentions: readonly NameMention[]): Gender | null {
  const words = mentions[0]?.words ?? []
  return words.length === 1 ? genderOfGivenName(plainWord(words[0]!)) : null
}

/** Above 0: "he" follows where nobody else was named; below 0: "she". */
function genderVotes(reading: Reading, names: readonly NameMention[], merged: MergedNames): Int32Array {
  const { tokens, sentenceOf, quoted } = reading
  const votes = new Int32Array(merged.entities.length)
  let next = 0
  let last = -1
  let other = -1
  for (const [at, token] of tokens.entries()) {
    while (next < names.length && names[next]!.end <= at) {
      const entity = merged.entityOf[next]!
      if (entity >= 0 && isPersonal(merged.entities[entity]!.kind) && quoted[names[next]!.first] === 0) {
        if (last >= 0 && merged.entityOf[last] !== entity) other = last
        last = next
      }
      next++
    }
    const gender = quoted[at] === 0 && last >= 0 ? (PRONOUNS.get(token.lower)?.gender ?? null) : null
    if (gender === null || sentenceOf[at]! - sentenceOf[names[last]!.first]! > 1) continue
    if (other >= 0 && sentenceOf[at]! - sentenceOf[names[other]!.first]! <= 1) continue
    votes[merged.entityOf[last]!]! += gender === 'male' ? 1 : -1
  }
  return votes
}

const isPersonal = (kind: NameKind): boolean => kind === 'person' || kind === 'unknown'
