import type { Span } from '../../span.js'
import { tagBits } from '../tagger.js'
import type { Token } from '../tokens.js'
import { isGivenName, isOrdinaryWord, isPersonWord } from './lexicon.js'
import {
  afterPossessor,
  type Casing,
  FINITE,
  isNamedWill,
  isNameWord,
  isNeverNamed,
  isOrdinary,
  isPeopleNoun,
  isProperAtStart,
  LEADING,
  readCasing,
} from './proper-words.js'
import { isCapitalized, type Reading } from './reading.js'
import {
  isBodyName,
  isDocumentNoun,
  isPersonNoun,
  isThingName,
  isTitleWord,
  kindOfHead,
  singular,
} from './role-words.js'

/** `thing`: what cannot speak, such as a law or a day. */
export type NameKind = 'person' | 'organisation' | 'place' | 'thing' | 'unknown'

/** A capitalised name where it stands, without the title before it. */
export interface NameMention {
  /** Tokens [first, end) of the name alone. */
  first: number
  end: number
  /** Where the title before the name begins ("US Secretary of State"); `first` where there is none. */
  titleFirst: number
  /** The name's words, without clitics, commas and inner quotation marks. */
  words: readonly string[]
  kind: NameKind
  headline: boolean
}

const PLACE = tagBits('Place')
const ORGANISATION = tagBits('Organization')
const DEMONYM = tagBits('Demonym')

const PARTICLES = new Set(
  'de del della da das di dos du la le van von der den ter zu zur af av bin ibn ben abu al el bint binti wa ould st.'.split(
    ' ',
  ),
)
const CONNECTORS = new Set(['of', 'for', 'on', 'to', 'and', '&', 'the', 'in', 'at', 'against'])
const SUFFIXES = new Set(['jr.', 'jr', 'sr.', 'sr', 'ii', 'iii', 'iv'])

/** Every name in the text, in order; disjoint. In headlines only names that the rest of the text has. */
export function findNames(reading: Reading): NameMention[] {
  const casing = readCasing(reading)
  const names: NameMention[] = []
  let at = 0
  while (at < reading.tokens.length) {
    if (inHeadline(reading, at) || !startsName(reading, casing, at)) {
      at++
      continue
    }
    const end = endOfRun(reading, casing, at)
    pushName(reading, names, at, end)
    at = end
  }
  return addHeadlineNames(reading, withOwnEndings(reading, withoutLoneTitles(names)))
}

/** A title alone is no name ("the President"), unless somebody is called so ("Howard King" … "King"). */
function withoutLoneTitles(names: readonly NameMention[]): NameMention[] {
  const families = new Set(
    names.filter(({ words }) => words.length > 1).map(({ words }) => words.at(-1)!.toLowerCase()),
  )
  return names.filter(({ words, titleFirst, first }) => {
    const lower = words[0]!.toLowerCase()
    return words.length > 1 || titleFirst < first || !isTitleWord(lower) || families.has(lower)
  })
}

/** "McDonald | 's": of the name where no mention goes without it and a verb follows one. */
function withOwnEndings({ tokens, tags }: Reading, names: readonly NameMention[]): NameMention[] {
  const beforeVerb = new Set<string>()
  const bare = new Set<string>()
  for (const { words, end } of names) {
    const last = words.at(-1)!
    if (words.length > 1 || tokens[end]?.lower !== "'s" || isOrdinary(last.toLowerCase())) bare.add(last)
    else if (((tags[end + 1] ?? 0) & FINITE) !== 0) beforeVerb.add(last)
  }
  return names.map(name => {
    const [word] = name.words as [string]
    const hasOwn = name.words.length === 1 && beforeVerb.has(word) && !bare.has(word)
    return hasOwn ? { ...name, end: name.end + 1, words: [`${word}'s`] } : name
  })
}

const inHeadline = (reading: Reading, at: number): boolean =>
  reading.headline[reading.tokens[at]!.paragraph] === 1

function startsName(reading: Reading, casing: Casing, at: number): boolean {
  if (isNamedWill(reading, casing, at)) return true
  if (!isNameWord(reading.tokens[at])) return false
  return reading.opens[at] === 0 || isProperAtStart(reading, casing, at)
}

function endOfRun(reading: Reading, casing: Casing, first: number): number {
  const { tokens } = reading
  let end = first + 1
  while (end < tokens.length && end - first < 16) {
    const next = continuation(reading, casing, first, end)
    if (next === end) break
    end = next
  }
  return end
}

/** Where the run goes on to from `end`; `end` itself where it stops. */
function continuation(reading: Reading, casing: Casing, first: number, end: number): number {
  const { tokens } = reading
  const token = tokens[end]!
  const previous = tokens[end - 1]!
  if (token.paragraph !== previous.paragraph) return end
  if (isNameWord(token) && (reading.opens[end] === 0 || isInitial(previous))) return end + 1
  if (SUFFIXES.has(token.lower)) return end + 1
  if (/^(?:Our|My|Your)$/.test(token.text) && isNameWord(tokens[end + 1])) return end + 2
  if (token.text === ',' && SUFFIXES.has(tokens[end + 1]?.lower ?? '')) return end + 2
  if (PARTICLES.has(token.lower)) return afterParticles(tokens, end)
  const owned = afterPossessor(tokens, end)
  if (owned > end) return isOwnWord(tokens, first, end, owned) ? owned + 1 : end
  if (isQuoteMark(token)) return afterNickname(tokens, end)
  if (CONNECTORS.has(token.text)) return afterConnector(reading, casing, first, end)
  return end
}

const isInitial = (token: Token): boolean => /^(?:\p{Lu}\.)+$/u.test(token.text)
const isQuoteMark = (token: Token | undefined): boolean =>
  token !== undefined && /^["“”'‘’]$/.test(token.text)

function afterParticles(tokens: readonly Token[], end: number): number {
  let at = end
  while (at - end < 3 && PARTICLES.has(tokens[at]?.lower ?? '')) at++
  return isNameWord(tokens[at]) ? at + 1 : end
}

/** Robert C. "Bobby" Scott */
function afterNickname(tokens: readonly Token[], end: number): number {
  const closed = isNameWord(tokens[end + 1]) && isQuoteMark(tokens[end + 2])
  return closed && isNameWord(tokens[end + 3]) ? end + 4 : end
}

/** "Department of Justice", "Securities and Exchange Commission", "Center for American Progress". */
function afterConnector(reading: Reading, casing: Casing, first: number, end: number): number {
  const { tokens } = reading
  const connector = tokens[end]!.lower
  const isCause = end - first === 1 && /^(?:for|against)$/.test(connector) && isOfPeople(reading, first)
  const at = tokens[end + 1]?.lower === 'the' && (connector === 'of' || isCause) ? end + 2 : end + 1
  if (!isNameWord(tokens[at]) || connector === 'the') return end
  const before = tokens[end - 1]!.lower
  if (connector === 'and' || connector === '&')
    return connector === '&' || isPair(tokens, first, end) ? at + 1 : end
  if (isBodyName(before) || isBodyName(singular(before))) return at + 1
  if (isCause) return at + 1
  const office = connector === 'of' && isTitleWord(before) && !casing.lower.has(tokens[at]!.lower)
  return office && /^(?:state|defense|defence|labor|commerce|energy)$/.test(tokens[at]!.lower) ? at + 1 : end
}

/** "Women", or "Catholics" where it begins a sentence: who may be for or against something by name. */
function isOfPeople({ tokens, opens }: Reading, first: number): boolean {
  const { lower } = tokens[first]!
  return isPeopleNoun(lower) || (opens[first] === 1 && lower.endsWith('s') && !isPersonWord(lower))
}

/** "People's | Party", "Campaign for America's | Future": a possessor inside the name of a body. */
function isOwnWord(tokens: readonly Token[], first: number, end: number, next: number): boolean {
  const owner = tokens[end - 1]!.lower
  const isInside = isPeopleNoun(owner) || tokens.slice(first, end).some(({ text }) => text === 'for')
  if (!isNameWord(tokens[next]) || !isOrdinary(tokens[next]!.lower)) return false
  // "Metalworkers' | Union"
  const isOfTrade = /^['’]$/.test(tokens[end]!.text) && kindOfHead(owner) === null && !isPersonWord(owner)
  return isInside || (isOfTrade && isBodyName(tokens[next]!.lower))
}

/** Whether "and" joins two halves of one body's name, whose last word comes after it. */
function isPair(tokens: readonly Token[], first: number, and: number): boolean {
  const before = tokens[and - 1]!.lower
  if (isPersonWord(before) || isTitleWord(before) || (isBodyName(before) && and - first > 1)) return false
  let at = and + 1
  while (at - and < 5 && isNameWord(tokens[at])) at++
  return isBodyName(tokens[at - 1]!.lower)
}

function pushName(reading: Reading, names: NameMention[], from: number, stop: number): void {
  let first = stop
  while (first > from && !isNeverNamed(reading.tokens[first - 1]!.lower)) first--
  if (first === stop || (stop - from === 1 && /^(?:anti|pro|non)-/.test(reading.tokens[from]!.text))) return
  const office = restOfOffice(reading.tokens, first, stop)
  const [titleFirst, start] =
    office > 0 ? [first - office, first + 1] : [first, startOfName(reading, first, stop)]
  const end = isBirthName(reading.tokens, start) ? start + 1 : stop
  const kind = kindOfName(reading, start, end, start > first)
  if (kind === null) return
  const words = wordsOf(reading.tokens, start, end)
  if (words.length === 0 || isAgency(reading.tokens, first, end)) return
  names.push({ first: start, end, titleFirst, words, kind, headline: inHeadline(reading, start) })
}

/** "OSLO (Reuters) -": whose report it is, not whom it is about. */
const isAgency = (tokens: readonly Token[], first: number, end: number): boolean =>
  tokens[first - 1]?.text === '(' &&
  tokens[end]?.text === ')' &&
  /^(?:-{1,2}|–|—)$/.test(tokens[end + 1]?.text ?? '')

/** "Born Ann Lee in 1932, she …": an earlier family name, so only the given name is theirs. */
const isBirthName = (tokens: readonly Token[], start: number): boolean =>
  /^(?:born|née|nee)$/.test(tokens[start - 1]?.lower ?? '')

/** How many words of an office stand before its last one: "secretary of | State Hillary Clinton", "Speaker of the | House Ann Lee". */
function restOfOffice(tokens: readonly Token[], first: number, end: number): number {
  const isHouse = /^(?:house|commons|assembly|senate)$/.test(tokens[first]!.lower)
  const words = tokens[first - 1]?.lower === 'the' && isHouse ? 3 : 2
  if (end - first < 2 || first < words || tokens[first - words + 1]!.lower !== 'of') return 0
  return /^(?:secretary|minister|chief|speaker)$/.test(tokens[first - words]!.lower) ? words : 0
}

/** Titles that are given names as well. */
const GIVEN_TITLE = /^(?:dean|earl|duke)$/

/** Past the titles and offices before a person's name: "White House Press Secretary | Josh Earnest". */
function startOfName({ tokens, tags }: Reading, first: number, end: number): number {
  let start = first
  for (let at = first; at < end - 1; at++) {
    const { lower } = tokens[at]!
    const isPlural = !isTitleWord(lower) && isTitleWord(singular(lower))
    if (!isTitleWord(lower) && !(isPlural && !isOrdinary(tokens[at + 1]!.lower))) continue
    // "Manager | Dean Holt"
    if (at > first && at === start && GIVEN_TITLE.test(lower)) continue
    const after = tokens[at + 1]!.lower === 'of' ? at + 3 : at + 1
    const general = /^(?:general|secretary)$/.test(tokens[after]?.lower ?? '') ? after + 1 : after
    if (general < end && looksPersonal(tokens, general, end)) start = general
  }
  if (start < end - 2 && tokens[start - 1]?.lower === 'miss' && isGivenName(tokens[start + 1]!.lower)) start++
  while (start < end - 2 && isGivenName(tokens[start + 1]!.lower)) {
    const { lower } = tokens[start]!
    const leads = LEADING.has(lower) || isOrdinaryWord(lower) || isPersonNoun(lower) || lower === 'born'
    if (!leads && (tags[start]! & DEMONYM) === 0) break
    start++
  }
  return start
}

function looksPersonal(tokens: readonly Token[], first: number, end: number): boolean {
  if (end - first > 6 || isBodyName(tokens[end - 1]!.lower)) return false
  for (let at = first; at < end; at++) {
    if (CONNECTORS.has(tokens[at]!.lower)) return false
  }
  return isCapitalized(tokens[first])
}

function kindOfName({ tokens, tags }: Reading, first: number, end: number, titled: boolean): NameKind | null {
  const last = tokens[end - 1]!.lower
  let bits = 0
  for (let at = first; at < end; at++) bits |= tags[at]!
  if (titled) return 'person'
  if (end - first === 1 && isNumbered(tokens, end)) return 'thing'
  if (end - first === 1) return kindOfWord(tokens[first]!, bits)
  const named = isGivenName(tokens[first]!.lower)
  const connected = tokens.slice(first, end).some(token => CONNECTORS.has(token.lower))
  if (connected || (isBodyName(last) && !(named && end - first === 2))) return 'organisation'
  if (named) return isThingName(last) && end - first > 2 ? 'thing' : 'person'
  if (isThingName(last)) return 'thing'
  if (end - first === 2 && isHyphenatedGivenName(tokens[end - 1]!.text)) return 'person'
  if ((bits & PLACE) !== 0) return 'place'
  if (isInitial(tokens[first]!) || isInitial(tokens[end - 2]!)) return 'person'
  if ((bits & ORGANISATION) !== 0) return 'organisation'
  const isWorded = tokens
    .slice(first, end)
    .every(({ kind, lower }) => kind !== 'word' || (isOrdinaryWord(lower) && !PARTICLES.has(lower)))
  if (isWorded && isDocumentNoun(last)) return 'thing'
  return isWorded || end - first > 4 ? 'organisation' : 'unknown'
}

/** "Park | Ji-woo" */
export const isHyphenatedGivenName = (word: string): boolean => /^\p{Lu}\p{Ll}+-\p{Ll}{2,}$/u.test(word)

/** "Article | 21", "Channel | 4" */
const isNumbered = (tokens: readonly Token[], end: number): boolean => {
  const before = tokens[end - 1]!.lower
  return /^\d{1,4}$/.test(tokens[end]?.text ?? '') && isOrdinaryWord(before)
}

function kindOfWord({ lower, text }: Token, bits: number): NameKind | null {
  if ((bits & DEMONYM) !== 0 || LEADING.has(lower)) return null
  if ((bits & PLACE) !== 0) return 'place'
  if (/^\p{Lu}[\p{Lu}&]{1,5}$/u.test(text) || (bits & ORGANISATION) !== 0) return 'organisation'
  if (isBodyName(lower)) return 'organisation'
  return isPersonWord(lower) ? 'person' : 'unknown'
}

function wordsOf(tokens: readonly Token[], first: number, end: number): string[] {
  const words: string[] = []
  for (let at = first; at < end; at++)
    if (tokens[at]!.kind === 'word' && !tokens[at]!.lower.startsWith("'")) words.push(tokens[at]!.text)
  return words
}

function addHeadlineNames(reading: Reading, names: readonly NameMention[]): NameMention[] {
  const known = new Set(names.flatMap(name => name.words.map(word => word.toLowerCase())))
  const found: NameMention[] = []
  for (let at = 0; at < reading.tokens.length; at++) {
    if (!inHeadline(reading, at)) continue
    const first = at
    at = endOfKnownName(reading, known, at)
    if (at > first) pushName(reading, found, first, at)
  }
  return found.length === 0 ? [...names] : [...names, ...found].sort((a, b) => a.first - b.first)
}

/** A given name may stand only in the headline: the text goes on with the family name. */
function endOfKnownName(reading: Reading, known: ReadonlySet<string>, first: number): number {
  const { tokens } = reading
  const given =
    isNameWord(tokens[first]) && isGivenName(tokens[first]!.lower) && isKnownName(reading, known, first + 1)
  let at = given ? first + 1 : first
  while (isKnownName(reading, known, at) && tokens[at]!.paragraph === tokens[first]!.paragraph) at++
  return at
}

function isKnownName({ tokens }: Reading, known: ReadonlySet<string>, at: number): boolean {
  const token = tokens[at]
  return token !== undefined && isNameWord(token) && known.has(token.text.toLowerCase())
}

/** The span of the name alone. */
export const spanOfName = ({ tokens }: Reading, name: NameMention): Span => [
  tokens[name.first]!.start,
  tokens[name.end - 1]!.end,
]

/** Index of the first name that ends after a token; found by bisection. */
export function firstNameFrom(names: readonly NameMention[], token: number): number {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.end > token) high = middle
    else low = middle + 1
  }
  return low
}
