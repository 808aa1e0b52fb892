import { tagBits } from '../tagger.js'
import { type Gender, genderOfWord } from './gender.js'
import { isJoint, isReflexive } from './pronouns.js'
import { isCapitalized, type Reading } from './reading.js'
import {
  broaderRole,
  type HeadKind,
  isOrganisationWord,
  isPersonNoun,
  isTitleWord,
  kindOfHead,
  rolesOfTitle,
  singular,
} from './role-words.js'

/** What a description or title says of its bearer. */
export interface Description {
  /** Lower-case nouns that say what the bearer is: "secretary", "senator". */
  heads: Set<string>
  /** Every other content word, lower case: "nato", "vermont". */
  words: Set<string>
  gender: Gender | null
}

const STOP = tagBits('Verb', 'Auxiliary', 'Copula', 'Modal', 'Pronoun')
const SKIP = tagBits('Determiner', 'Preposition', 'Conjunction')
const DETERMINERS = new Set(
  `the a an his her their its my our your one another this that these those some several
  many other two three four five six both few any no every each such`.split(/\s+/),
)

export const isDeterminer = (lower: string): boolean => DETERMINERS.has(lower)

export const emptyDescription = (): Description => ({ heads: new Set(), words: new Set(), gender: null })

/** Adds the content words of tokens [first, end); nouns for people and bodies count as heads. */
export function describe(reading: Reading, description: Description, first: number, end: number): void {
  for (let at = first; at < end; at++) {
    const token = reading.tokens[at]!
    if (token.kind !== 'word' || (reading.tags[at]! & SKIP) !== 0 || isDeterminer(token.lower)) continue
    addWord(description, token.lower)
  }
}

function addWord(description: Description, lower: string): void {
  const word = lower.replace(/\.$/, '')
  if (word.length < 2 || word === "'s") return
  description.words.add(word)
  if (word === 'democratic') description.heads.add('democrat')
  description.gender ??= genderOfWord(word)
  const title = isTitleWord(lower) ? lower : singular(lower)
  const roles = isTitleWord(title) ? rolesOfTitle(title) : isPersonNoun(word) ? [word] : []
  for (const role of roles) {
    description.heads.add(role)
    const broader = broaderRole(role)
    if (broader !== undefined) description.heads.add(broader)
  }
}

/** What stands around a name and tells who bears it: title, words before, apposition after, "X is the Y". */
export function describeName(
  reading: Reading,
  description: Description,
  name: { first: number; end: number; titleFirst: number },
): void {
  describe(reading, description, name.titleFirst, name.first)
  const before = startOfModifiers(reading, name.titleFirst)
  if (before < name.titleFirst) describe(reading, description, before, name.titleFirst)
  describeParty(reading, description, name.end)
  describeAge(reading, description, name.end)
  const apposition = appositionAfter(reading, name.end) ?? predicateAfter(reading, name.end)
  if (apposition !== null) describe(reading, description, ...apposition)
  const preceding = appositionBefore(reading, before)
  if (preceding !== null) describe(reading, description, ...preceding)
}

/** "(R-Utah)", "(D-N.C.)": the party, and that its bearer sits in a parliament. */
function describeParty({ tokens }: Reading, description: Description, end: number): void {
  if (tokens[end]?.text !== '(') return
  const party = /^([RD])\b/.exec(tokens[end + 1]?.text ?? '')?.[1]
  if (party !== undefined)
    for (const known of [description.words, description.heads])
      known.add(party === 'R' ? 'republican' : 'democrat')
}

/** "Bea Lund, 23," is "the 23-year-old". */
function describeAge({ tokens }: Reading, description: Description, end: number): void {
  const age = tokens[end]?.text === ',' ? tokens[end + 1]?.text : undefined
  if (age !== undefined && /^\d{1,3}$/.test(age)) description.words.add(`${age}-year-old`)
}

/** Back over the lower-case nouns and adjectives that lead to a name: "Clinton campaign spokesman" | Brian Fallon. */
export function startOfModifiers({ tokens, tags, opens }: Reading, first: number): number {
  const last = tokens[first - 1]
  if (last === undefined || last.kind !== 'word' || last.paragraph !== tokens[first]?.paragraph) return first
  if (!isPersonNoun(last.lower) && kindOfHead(last.lower) === null) return first
  let start = first - 1
  while (start > 0 && first - start < 8 && opens[start] === 0) {
    const token = tokens[start - 1]!
    const goesOn = token.kind === 'word' && (tags[start - 1]! & STOP) === 0
    if (!goesOn || (tags[start - 1]! & SKIP) !== 0 || isDeterminer(token.lower)) break
    start--
  }
  return start
}

/** The words between the commas after a name, where they describe it: ", a spokeswoman for the agency,". */
export function appositionAfter(reading: Reading, end: number): [number, number] | null {
  const { tokens, tags } = reading
  let at = end
  if (tokens[at]?.text === '(') at = skipTo(tokens, at, ')') + 1
  if (tokens[at]?.text !== ',') return null
  if (/^\d+$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === ',') at += 2
  const first = at + 1
  const stop = endOfPhrase(reading, first)
  const head = headOf(reading, first, stop)
  if (head === null || (tags[first]! & STOP) !== 0) return null
  const opener = tokens[first]!
  const fits = isDeterminer(opener.lower) || kindOfHead(tokens[head]!.lower) !== null
  return fits && kindOfHead(singular(tokens[head]!.lower)) !== null ? [first, stop] : null
}

function predicateAfter(reading: Reading, end: number): [number, number] | null {
  const { tokens } = reading
  if (!/^(?:is|was|became|remains)$/.test(tokens[end]?.lower ?? '')) return null
  if (!/^(?:a|an|the)$/.test(tokens[end + 1]?.lower ?? '')) return null
  const stop = endOfPhrase(reading, end + 1)
  const head = headOf(reading, end + 1, stop)
  return head !== null && isPersonNoun(tokens[head]!.lower) ? [end + 1, stop] : null
}

/** "The mayor, | Bill de Blasio": a short description that ends with the comma before a name. */
export function appositionBefore(reading: Reading, first: number): [number, number] | null {
  const { tokens } = reading
  if (tokens[first - 1]?.text !== ',') return null
  let start = first - 2
  while (
    start > 0 &&
    first - start < 10 &&
    tokens[start]!.kind === 'word' &&
    !isDeterminer(tokens[start]!.lower)
  )
    start--
  if (start < 0 || !isDeterminer(tokens[start]!.lower)) return null
  const head = headOf(reading, start, first - 1)
  if (head === null) return null
  const { lower } = tokens[head]!
  return isPersonNoun(lower) || isOrganisationWord(lower) ? [start, first - 1] : null
}

function skipTo(tokens: Reading['tokens'], from: number, mark: string): number {
  for (let at = from; at < from + 8 && at < tokens.length; at++) if (tokens[at]!.text === mark) return at
  return from
}

function endOfPhrase({ tokens }: Reading, first: number): number {
  let at = first
  while (at < tokens.length && at - first < 16) {
    const token = tokens[at]!
    if (token.kind === 'punctuation' && !/^[-/&]$/.test(token.text)) break
    if (token.paragraph !== tokens[first]!.paragraph || /^(?:who|whose|whom|which|that)$/.test(token.lower))
      break
    at++
  }
  return at
}

/** The noun that a phrase is about: the last word before a preposition, comma or relative pronoun; null in none. */
export function headOf({ tokens, tags }: Reading, first: number, end: number): number | null {
  let head: number | null = null
  for (let at = first; at < end; at++) {
    const token = tokens[at]!
    if (token.kind === 'punctuation') {
      if (head !== null && !/^[-/&"“”'‘’.]$/.test(token.text)) break
      continue
    }
    if (/^(?:who|whose|whom|which|that)$/.test(token.lower) && head !== null) break
    if (head !== null && AFTER_HEAD.test(token.lower) && kindOfHead(tokens[head]!.lower) !== null) break
    if ((tags[at]! & PREPOSITION) !== 0 && head !== null && !isCapitalized(token)) break
    if (head !== null && kindOfHead(tokens[head]!.lower) !== null && (tags[at]! & VERB) !== 0 && at > head) {
      if (kindOfHead(token.lower) === null) break
    }
    const isNoHead = isDeterminer(token.lower) || isReflexive(token.lower) || isJoint(token.lower)
    if (!isNoHead && !token.lower.startsWith("'") && token.lower !== 'alike') head = at
  }
  return head
}

/** "people | familiar with the talks" */
const AFTER_HEAD = /^(?:familiar|close|briefed|aware|present|involved|opposed|loyal|knowledgeable|eligible)$/
const PREPOSITION = tagBits('Preposition')
const VERB = tagBits('PastTense', 'Gerund', 'Participle', 'Copula', 'Auxiliary', 'Modal')

/** What a description with this head is about; bodies also by the form of the word. */
export function kindOfNoun(lower: string, plural: boolean): HeadKind {
  const kind = kindOfHead(lower)
  if (kind !== null) return kind
  if (isOrganisationWord(lower)) return 'organisation'
  return plural ? 'group' : 'person'
}
