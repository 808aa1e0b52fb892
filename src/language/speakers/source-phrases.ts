import type { Span } from '../../span.js'
import { tagBits } from '../tagger.js'
import { type Token, tokensWithin } from '../tokens.js'
import { headOf } from './descriptions.js'
import { firstNameFrom, type NameMention } from './names.js'
import { NOUN, type Nominal, nominal, PREPOSITION, VERB } from './nominals.js'
import { isJoint, isReflexive, PRONOUNS, type Pronoun } from './pronouns.js'
import { FINITE } from './proper-words.js'
import type { Reading } from './reading.js'
import { isOrganisationWord, kindOfHead, singular } from './role-words.js'

/** What the words that an article credits come down to; `nothing`: somebody to be found out, `untold`: nobody can tell who. */
export type Reference =
  | { type: 'name'; name: number }
  | { type: 'several'; names: readonly number[] }
  | { type: 'pronoun'; pronoun: Pronoun; at: number }
  | Nominal
  | { type: 'nothing' }
  | { type: 'untold' }

export const isFirstPerson = (reference: Reference): boolean =>
  reference.type === 'pronoun' && reference.pronoun.person === 'first'

const PLACE = tagBits('Place')

// With an object: the person addressed. In the passive that person is the subject, and who speaks is left out.
const ADDRESSED = new Set(
  'asked challenged confronted grilled informed pressed prodded prompted questioned quizzed reminded told'.split(
    ' ',
  ),
)
const BEFORE_ADDRESSED = new Set('when if once while after upon being repeatedly'.split(' '))

const BE = /^(?:is|are|was|were|be|been|being|am|['’]s|['’]re)$/
const ADVERB = tagBits('Adverb')
const PARTICIPLE = tagBits('PastTense', 'Participle', 'Adjective')
const PARTICIPLE_ENDING = /(?:[^e]ed|[aeo]wn|en|ught|eld|aid|old|ound|ade)$/
/** Said of the one who thinks so, or who says so as another tells. */
const OF_SUBJECT = new Set(
  `convinced concerned worried pleased determined persuaded surprised satisfied prepared committed opposed inclined
  resolved quoted cited heard overheard`.split(/\s+/),
)

/** "No side effects | were reported", "is not | expected": who reported or expects it is nobody that the text tells. */
function isAgentless({ tokens, tags, sentenceOf }: Reading, first: number, end: number): boolean {
  const isBe = (at: number) => BE.test(tokens[at]!.lower)
  const isBetween = (at: number) => (tags[at]! & ADVERB) !== 0 || tokens[at]!.lower === 'not'
  let be = isBe(first) ? first : first - 1
  while (be > 0 && isBetween(be)) be--
  if (be < 0 || sentenceOf[be] !== sentenceOf[first] || !isBe(be)) return false
  let verb = be + 1
  while (verb < end && (isBe(verb) || isBetween(verb))) verb++
  if (verb < first || verb >= end || (tags[verb]! & PARTICIPLE) === 0) return false
  const { lower } = tokens[verb]!
  return PARTICIPLE_ENDING.test(lower) && !OF_SUBJECT.has(lower) && tokens[end]?.lower !== 'by'
}

/**
 * What is said without a source: by somebody to be found out, or, in the passive, by the agent it names or nobody told
 * ("Asked about the strike, Ford said …" does not say who asked).
 */
export function readMissingSource(
  reading: Reading,
  names: readonly NameMention[],
  cue: readonly Span[],
): Reference {
  const { tokens, opens } = reading
  const [first, end] = cue.length > 0 ? tokensWithin(tokens, cue[0]!) : [0, 0]
  if (end > first && isAgentless(reading, first, end)) return { type: 'untold' }
  let at = first
  while (at < end && BEFORE_ADDRESSED.has(tokens[at]!.lower)) at++
  if (at >= end || !ADDRESSED.has(tokens[at]!.lower)) return { type: 'nothing' }
  if (opens[at] !== 1 && !BEFORE_ADDRESSED.has(tokens[at - 1]?.lower ?? '')) return { type: 'nothing' }
  const agent = tokens[at + 1]?.lower === 'by' ? firstNameFrom(names, at + 2) : -1
  const name = names[agent]
  if (name?.titleFirst !== at + 2) return { type: 'untold' }
  // "pressed by Labour's | Dev Anand"
  const isOwned = tokens[name.end]?.lower === "'s" && names[agent + 1]?.titleFirst === name.end + 1
  return { type: 'name', name: isOwned ? agent + 1 : agent }
}

/** `names` are in order; only those inside the source are looked at. */
export function readSource(reading: Reading, names: readonly NameMention[], source: Span): Reference {
  const [first, end] = tokensWithin(reading.tokens, source)
  const words = wordsIn(reading, first, end)
  const clause = words.length > 0 ? clauseAt(reading, words[0]!, words.length === 1) : null
  if (clause !== null) return jointly(reading, names, words.at(-1)!) ?? clause
  const pronoun = words.length > 0 ? pronounAmong(reading, words) : null
  if (pronoun !== null) return pronoun
  if (words.length === 1 && reading.tokens[words[0]!]!.lower === 'there') return { type: 'untold' }
  const described = describedBy(reading, names, first, end)
  if (described !== null) return { type: 'name', name: described }
  const inside = namesIn(names, first, end)
  const heads = headsAmong(reading, names, inside, first, end)
  const main = heads[0]
  if (main !== undefined) {
    const partners = conjoined(reading, names, heads)
    return partners.length > 1 ? { type: 'several', names: partners } : { type: 'name', name: main }
  }
  return nominal(reading, names, inside, first, end) ?? lonePronoun(reading, words) ?? { type: 'nothing' }
}

function wordsIn({ tokens }: Reading, first: number, end: number): number[] {
  const words: number[] = []
  for (let at = first; at < end; at++) if (tokens[at]!.kind === 'word') words.push(at)
  return words
}

/** "Teresa Brandt, | who cast the deciding vote, | said": a clause stands for whom it follows. */
function clauseAt({ tokens }: Reading, word: number, isAlone: boolean): Reference | null {
  const at = isJoint(tokens[word]!.lower) ? word - 1 : word
  const lower = tokens[at]?.lower ?? ''
  const follows = tokens[at - 1]?.paragraph === tokens[at]?.paragraph
  if (!follows || !(/^(?:who|which)$/.test(lower) || (lower === 'whose' && isAlone))) return null
  return { type: 'pronoun', pronoun: PRONOUNS.get(lower === 'whose' ? 'who' : lower)!, at }
}

/** "Norway and Chile, which | together | vowed": all who are named together before; null where there are none. */
function jointly(reading: Reading, names: readonly NameMention[], word: number): Reference | null {
  const { tokens, sentenceOf } = reading
  if (!isJoint(tokens[word]!.lower)) return null
  let first = word
  while (first > 0 && word - first < LONGEST_CLAUSE && sentenceOf[first - 1] === sentenceOf[word]) first--
  const before = namesIn(names, first, word)
  for (const start of before.keys()) {
    const partners = conjoined(reading, names, before.slice(start))
    if (partners.length > 1) return { type: 'several', names: partners }
  }
  return null
}

/** In tokens. */
export const LONGEST_CLAUSE = 40

function pronounAmong({ tokens }: Reading, words: readonly number[]): Reference | null {
  if (words.length > 3) return null
  const at = words[0]!
  const pronoun = PRONOUNS.get(tokens[at]!.lower)
  if (pronoun === undefined) return null
  const alone = words
    .slice(1)
    .every(word => /^(?:'s|'ve|'d|'ll|'re|'m|also|himself|herself|both|all)$/.test(tokens[word]!.lower))
  return alone ? { type: 'pronoun', pronoun, at } : null
}

function lonePronoun(reading: Reading, words: readonly number[]): Reference | null {
  for (const at of words) {
    const pronoun = PRONOUNS.get(reading.tokens[at]!.lower)
    if (pronoun !== undefined) return { type: 'pronoun', pronoun, at }
  }
  return null
}

function namesIn(names: readonly NameMention[], first: number, end: number): number[] {
  const found: number[] = []
  for (let index = firstNameFrom(names, first); index < names.length && names[index]!.first < end; index++)
    found.push(index)
  return found
}

/** Whether the name is what the source is about, not a possessor, a modifier or the object of a preposition. */
function isHead(
  reading: Reading,
  names: readonly NameMention[],
  index: number,
  first: number,
  end: number,
): boolean {
  const name = names[index]!
  const { tokens } = reading
  const next = name.end < end ? tokens[name.end] : undefined
  if (next !== undefined && /^'s?$/.test(next.lower))
    return name.end + 1 >= end || tokens[name.end + 1]?.kind !== 'word'
  // "“Daily Show” | host Ann Lee"
  const after = /^["”’']+$/.test(next?.text ?? '') ? name.end + 1 : name.end
  const isModifier = after < end && tokens[after]!.kind === 'word' && isNounLike(reading, after)
  if (isModifier && !isReflexive(tokens[after]!.lower)) return false
  const isJoined = tokens.slice(name.first, name.end).some(({ text }) => /^(?:of|for|against)$/.test(text))
  if (name.end - name.first > 1 && !isJoined && isPeople(tokens[name.end - 1]!.lower)) return false
  return !dependsOnPreposition(reading, names, first, index)
}

/** The names that a source is about; a place that a comma or "and" joins to one that is none is none either. */
function headsAmong(
  reading: Reading,
  names: readonly NameMention[],
  inside: readonly number[],
  first: number,
  end: number,
): number[] {
  const heads: number[] = []
  let dependent = false
  for (const index of inside) {
    const name = names[index]!
    dependent =
      (dependent && goesOn(reading, names[index - 1]!, name)) || !isHead(reading, names, index, first, end)
    if (!dependent) heads.push(index)
  }
  return heads
}

/** "Pasadena, | Calif.", "Ohio and | Iowa" */
function goesOn({ tokens, tags }: Reading, before: NameMention, { kind, first }: NameMention): boolean {
  const isPlace = kind === 'place' || (tags[first]! & PLACE) !== 0 || tokens[first]!.text.endsWith('.')
  if (!isPlace || first === before.end || first - before.end > 2) return false
  return tokens.slice(before.end, first).every(({ lower }) => /^(?:,|and|or)$/.test(lower))
}

/**
 * Whom an apposition describes, of which the source is the whole or the end: "As Ann Lee, | a fellow at the Holt Center, |
 * put it"; null where it stands in none.
 */
function describedBy(
  reading: Reading,
  names: readonly NameMention[],
  first: number,
  end: number,
): number | null {
  const { tokens, tags, sentenceOf } = reading
  if (tokens[end - 1]?.text !== ',' && tokens[end]?.text !== ',') return null
  let opening = first
  while (opening > 0 && first - opening < LONGEST_APPOSITION && tokens[opening - 1]!.text !== ',') {
    opening--
    const isVerb = (tags[opening]! & VERB) !== 0 && /^\p{Ll}/u.test(tokens[opening]!.text)
    if (isVerb || sentenceOf[opening] !== sentenceOf[first]) return null
  }
  if (!/^(?:an?|the|former)$/.test(tokens[opening]?.lower ?? '') || tokens[opening - 1]?.text !== ',')
    return null
  const head = headOf(reading, opening, end)
  const kind = head === null ? null : kindOfHead(tokens[head]!.lower)
  if (kind !== 'person' && kind !== 'organisation') return null
  const owner = firstNameFrom(names, opening - 2)
  const name = names[owner]
  return name?.end === opening - 1 && name.kind !== 'place' && name.kind !== 'thing' ? owner : null
}

/** In tokens. */
const LONGEST_APPOSITION = 20

/** "Senate | Democrats", but not "United | Nations" and "League of Women | Voters". */
const isPeople = (lower: string): boolean =>
  kindOfHead(lower) === 'group' && !isOrganisationWord(singular(lower))

const RELATION = /^(?:to|who|whose|whom|which|that)$/

/** Whether a preposition or clause leads to the name: "a report by the federal | Reserve", "the firm that owns | Larch House". */
function dependsOnPreposition(
  { tokens, tags }: Reading,
  names: readonly NameMention[],
  first: number,
  index: number,
): boolean {
  let before = index - 1
  for (let at = names[index]!.titleFirst - 1; at > first; at--) {
    const other = names[before]
    // prepositions inside a name lead nowhere: "Bank of England governor | Andrew Holt"
    if (other !== undefined && at < other.end) {
      at = other.first
      before--
      continue
    }
    if (tokens[at]!.kind === 'punctuation' && !/^[-/&"“”]$/.test(tokens[at]!.text)) return false
    if ((tags[at]! & PREPOSITION) !== 0 || RELATION.test(tokens[at]!.lower)) return true
  }
  return false
}

function isNounLike({ tokens, tags }: Reading, at: number): boolean {
  if (kindOfHead(tokens[at]!.lower) !== null) return true
  const bits = tags[at]!
  return (bits & NOUN) !== 0 && (bits & (VERB | PREPOSITION)) === 0 && /^\p{Ll}/u.test(tokens[at]!.text)
}

/** "Obama and Clinton", "Holt, Dunn and Moss": the names joined by "and" and by commas before it, from the first on. */
function conjoined(
  { tokens, tags }: Reading,
  names: readonly NameMention[],
  heads: readonly number[],
): number[] {
  const joined = [heads[0]!]
  let certain = 1
  for (const index of heads.slice(1)) {
    const between = tokens.slice(names[joined.at(-1)!]!.end, names[index]!.titleFirst)
    if (between.at(-1)?.lower === 'the' && between.at(-2)?.text !== ',') between.pop()
    const isLink =
      between.length > 0 && between.length <= 2 && between.every(({ lower }) => /^(?:and|&|,)$/.test(lower))
    const { kind, words } = names[index]!
    const isSomebody = kind === 'person' || (kind === 'unknown' && words.length > 1)
    const isApposed = isSomebody && endsApposition(between, tags, names[joined.at(-1)!]!.end)
    // it may stand in an apposition
    if (!isLink && !isApposed && between[0]?.text === ',') continue
    if (!isLink && !isApposed) break
    joined.push(index)
    if (between.at(-1)!.text !== ',') certain = joined.length
  }
  return joined.slice(0, certain)
}

/** "Ann Lee|, Republican of Iowa, and |Bo Fenn": `between` them no verb and no other pause. */
function endsApposition(between: readonly Token[], tags: Reading['tags'], first: number): boolean {
  const inner = between.slice(1, -2)
  return (
    inner.length > 0 &&
    inner.length < LONGEST_APPOSITION / 2 &&
    between[0]!.text === ',' &&
    between.at(-2)!.text === ',' &&
    between.at(-1)!.lower === 'and' &&
    inner.every(({ kind }, at) => kind === 'word' && (tags[first + 1 + at]! & FINITE) === 0)
  )
}

const MOST_LISTED = 5

/** Names that are listed together ("Olsen, Dunn and Moss"), by the last of them. */
export function companiesOf(
  reading: Reading,
  names: readonly NameMention[],
): ReadonlyMap<number, readonly number[]> {
  const companies = new Map<number, readonly number[]>()
  for (let index = 0; index < names.length - 1; index++) {
    const near = names.slice(index, index + MOST_LISTED).map((_, place) => index + place)
    const joined = conjoined(reading, names, near)
    if (joined.length < 2) continue
    index = joined.at(-1)!
    companies.set(index, joined)
  }
  return companies
}
