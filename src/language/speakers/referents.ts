import type { SpeakerKind } from '../analysis.js'
import { type Description, describeName, emptyDescription } from './descriptions.js'
import type { Gender } from './gender.js'
import { maleOddsOf } from './given-name-shape.js'
import { genderInCountries, genderOfGivenName, isListed, isOrdinaryWord } from './lexicon.js'
import { isBody } from './name-kinds.js'
import { genderOfTitle, type MergedNames, plainWord } from './name-merging.js'
import { isHyphenatedGivenName, type NameKind, type NameMention } from './names.js'
import { PRONOUNS } from './pronouns.js'
import type { Reading } from './reading.js'
import { isPersonNoun } from './role-words.js'

/** Somebody or something that the article speaks of: by name, or only by a description. */
export interface Referent {
  kind: NameKind | SpeakerKind
  gender: Gender | null
  /** How sure the gender is, from 0 to 1. */
  genderSure: number
  description: Description
  /** Name mentions in order; empty for those who are only described. */
  names: NameMention[]
  /** Whether a headline has one of the names. */
  isHeadlined: boolean
  /** The tokens where the text itself first has a name, and first one of several words; null where it has none. */
  told: number | null
  toldInFull: number | null
  /** Lower-case words of all its names. */
  nameWords: ReadonlySet<string>
  /** Tokens [first, end) of the description, where there is no name. */
  words: readonly [first: number, end: number] | null
  /** For somebody known by whose they are ("Clinton's campaign"): the owner, and the token after the owner's name. */
  possessor?: { referent: number; end: number }
  /** For several named together: who they are. */
  members?: readonly number[]
  /** Tokens [first, end) of other mentions that were resolved to it. */
  others: (readonly [first: number, end: number])[]
}

/** Somebody or something without a name. */
export const unnamedReferent = (some: Pick<Referent, 'kind' | 'words'> & Partial<Referent>): Referent => ({
  gender: null,
  genderSure: 1,
  description: emptyDescription(),
  names: [],
  isHeadlined: false,
  told: null,
  toldInFull: null,
  nameWords: new Set(),
  others: [],
  ...some,
})

/** Gives a referent one more name mention; what is asked of all of them is kept, because there may be many. */
export function addName(referent: Referent, name: NameMention): void {
  referent.names.push(name)
  if (name.headline) referent.isHeadlined = true
  else {
    referent.told ??= name.first
    if (name.words.length > 1) referent.toldInFull ??= name.first
  }
}

/** What all of those named together are: "the senators". */
export function sharedDescription(members: readonly Referent[]): Description {
  const heads = members.map(({ description }) => description.heads)
  const shared = [...(heads[0] ?? [])].filter(head => heads.every(others => others.has(head)))
  return { heads: new Set(shared), words: new Set(shared), gender: null }
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
    const genderAs = (isPerson: boolean) =>
      genderOf(reading, entity.mentions, description, votes[index]!, isPerson)
    const told = genderAs(false)
    const sure = told.genderSure > SHAPE_SURE ? told.gender : null
    const kind = kindOf(reading, entity.kind, description, sure, entity.mentions)
    const { gender, genderSure } = kind === 'person' ? genderAs(true) : told
    const referent = unnamedReferent({
      kind,
      gender: kind === 'organisation' ? null : gender,
      genderSure,
      description,
      nameWords: new Set(entity.forms.flat()),
      words: null,
    })
    for (const name of entity.mentions) addName(referent, name)
    return referent
  })
}

function kindOf(
  reading: Reading,
  kind: NameKind,
  { heads }: Description,
  gender: Gender | null,
  mentions: readonly NameMention[],
): NameKind {
  const { words } = mentions.reduce((a, b) => (b.words.length > a.words.length ? b : a))
  // "her friend, Rafe Pemberton-Achebe,"
  const isMistaken = kind === 'place' && words.length > 1 && !isListed(words.at(-1)!.toLowerCase())
  if (isMistaken && [...heads].some(isPersonNoun)) return 'person'
  if (kind !== 'unknown') return kind
  if (gender !== null) return 'person'
  if (isBody(reading, mentions)) return 'organisation'
  if (heads.size > 0) return 'person'
  const couldBe = words.length === 2 || words.length === 3
  return couldBe && !words.some(word => isOrdinaryWord(word.toLowerCase())) ? 'person' : 'unknown'
}

/** What is credited by name with words can speak: "the Herald" is a body, another unknown name a person's. */
export function settleKind({ tokens }: Reading, referent: Referent): void {
  if (referent.kind !== 'unknown') return
  const hasArticle = referent.names.some(({ titleFirst }) => tokens[titleFirst - 1]?.lower === 'the')
  referent.kind = hasArticle ? 'organisation' : 'person'
}

/** "A neighbour said she …": a woman from here on. */
export function learnGender(referent: Referent, gender: Gender | null): void {
  if (referent.names.length > 0 || referent.gender !== null || referent.kind !== 'person') return
  referent.gender = gender
  referent.genderSure = TOLD_ONCE
}

const TOLD_ONCE = 0.6

/** Titles decide; else given names, roles and the pronouns that follow are weighed. */
function genderOf(
  reading: Reading,
  mentions: readonly NameMention[],
  description: Description,
  pronouns: number,
  isPerson: boolean,
): Pick<Referent, 'gender' | 'genderSure'> {
  for (const name of mentions) {
    const gender = genderOfTitle(reading, name)
    if (gender !== null) return { gender, genderSure: 1 }
  }
  const { words } = mentions.reduce((a, b) => (b.words.length > a.words.length ? b : a))
  const told = Math.max(-4, Math.min(4, pronouns)) + 3 * sign(description.gender)
  const calledByFirst = mentions.some(name => name.words.length === 1 && name.words[0] === words[0])
  const odds = told + oddsOfGivenName(words, calledByFirst, isPerson)
  const genderSure = Math.abs(Math.tanh(odds / 2))
  if (genderSure < LEAST_SURE) return { gender: null, genderSure: 0 }
  return { gender: odds > 0 ? 'male' : 'female', genderSure }
}

/**
 * In log-odds. Names that no list has tell by their form, where a family name follows them; who is called by the first
 * word may have the family name there ("Xu Jiaming").
 */
function oddsOfGivenName(words: readonly string[], calledByFirst: boolean, isPerson: boolean): number {
  const given = plainWord(words[0]!)
  const listed = genderOfGivenName(given)
  if (listed !== null) return 4 * sign(listed)
  if (words.length < 2 || calledByFirst || isHyphenatedGivenName(words.at(-1)!)) return 0
  const common = isPerson ? genderInCountries(given) : null
  if (common !== null) return COMMON_TELLS * sign(common)
  return Math.max(-SHAPE_TELLS, Math.min(SHAPE_TELLS, maleOddsOf(given)))
}

const LEAST_SURE = 0.4
/** What the lists of countries tell, which hold rarer names and less sure ones. */
const COMMON_TELLS = 3
/** The form of a name is right of 85 in 100: no surer than a pronoun or two. */
const SHAPE_TELLS = 1.7
/** Just above what the form alone can tell. */
const SHAPE_SURE = Math.tanh(SHAPE_TELLS / 2) + 0.01

const sign = (gender: Gender | null): number => (gender === null ? 0 : gender === 'male' ? 1 : -1)

/** Above 0: "he" follows where nobody else was named; below 0: "she". */
function genderVotes(reading: Reading, names: readonly NameMention[], merged: MergedNames): Int32Array {
  const { tokens, sentenceOf, quoted } = reading
  const votes = new Int32Array(merged.entities.length)
  const pronounAt = { male: -1, female: -1 }
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
    const gender = quoted[at] === 0 ? (PRONOUNS.get(token.lower)?.gender ?? null) : null
    if (gender === null) continue
    // "Lee asked him": whoever else
    if (token.lower === 'him' && last >= 0 && sentenceOf[names[last]!.first] === sentenceOf[at]) continue
    const before = pronounAt[gender]
    pronounAt[gender] = at
    if (
      last < 0 ||
      isOngoing(sentenceOf, before, names[last]!.first) ||
      sentenceOf[at]! - sentenceOf[names[last]!.first]! > 1
    )
      continue
    if (other >= 0 && sentenceOf[at]! - sentenceOf[names[other]!.first]! <= 1) continue
    votes[merged.entityOf[last]!]! += gender === 'male' ? 1 : -1
  }
  return votes
}

/** Whether the pronoun was in use just before the name: then it may go on to mean somebody else. */
const isOngoing = (sentenceOf: Int32Array, before: number, name: number): boolean =>
  before >= 0 && before < name && sentenceOf[name]! - sentenceOf[before]! <= 1

const isPersonal = (kind: NameKind): boolean => kind === 'person' || kind === 'unknown'
