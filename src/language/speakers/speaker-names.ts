import type { Span } from '../../span.js'
import type { Speaker, SpeakerKind } from '../analysis.js'
import type { Token } from '../tokens.js'
import { isOrdinaryWord } from './lexicon.js'
import { type NameMention, spanOfName } from './names.js'
import { isJoint, isReflexive } from './pronouns.js'
import type { Reading } from './reading.js'
import type { Referent } from './referents.js'
import { singular } from './role-words.js'

/** How somebody with names is called. */
type Namer = (referent: Referent) => string

/** Works each name out once, for groups are called by those of their members; for when all names are known. */
export function rememberingNamer(reading: Reading): Namer {
  const known = new Map<Referent, string>()
  return referent => {
    const name = known.get(referent) ?? fullestName(reading, referent)
    known.set(referent, name)
    return name
  }
}

/** How a speaker is called: the fullest name the article gives, or its description as written. */
export function speakerOf(
  reading: Reading,
  referents: readonly Referent[],
  id: number,
  namer: Namer = referent => fullestName(reading, referent),
): Speaker {
  const referent = referents[id]!
  const name = nameOf(reading, referents, referent, namer)
  const mentions = mentionsOf(reading, referent)
  const said = mentions.map(span => clean(reading.text.slice(...span)))
  const aliases = [...new Set(said)].filter(alias => alias !== name && !isPronoun(alias)).slice(0, 24)
  return { name, kind: kindOf(referent), named: referent.words === null, aliases, mentions }
}

function nameOf(
  reading: Reading,
  referents: readonly Referent[],
  referent: Referent,
  fullest: Namer,
): string {
  const { words, possessor, members, others } = referent
  if (words === null) return fullest(referent)
  const known = (members ?? []).map(member => fullest(referents[member]!))
  if (known.length > 1) return `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`
  if (possessor === undefined || possessor.end >= words[1])
    return wordsAt(reading, described(reading, fuller(reading, words, others)))
  const rest = wordsAt(reading, [possessor.end, words[1]]).replace(/^whose\b/, '’s')
  const owner = fullest(referents[possessor.referent]!)
  return /^['’]/.test(rest) ? `${owner}${rest}` : `${owner} ${rest}`
}

/** A bare noun, such as a headline has ("Poll"), by its first mention that says more: "a Herald poll". */
function fuller(
  { tokens }: Reading,
  words: readonly [number, number],
  others: Referent['others'],
): readonly [number, number] {
  const { lower } = tokens[words[0]]!
  if (words[1] - words[0] > 1 || singular(lower) !== lower) return words
  const says = others.find(
    ([first, end]) => end - first > 2 && end - first < 8 && tokens[end - 1]!.lower === lower,
  )
  return says ?? words
}

const JOINING = /^(?:and|or|but|nor|so|yet)$/
const UNFINISHED = /^(?:and|or|but|nor|an?|the|is|are|was|were|who|which|that|['’]s?)$/

/** A description without what hangs loose at its ends: "the filings of 2015 | and", "many colleges | (private ones". */
function described({ tokens }: Reading, [from, to]: readonly [number, number]): [number, number] {
  const marks = tokens.slice(from, to).map(({ text }) => text)
  const opened = marks.lastIndexOf('(')
  let [first, end] = [from, opened > 0 && !marks.includes(')', opened) ? from + opened : to]
  while (end - first > 1 && isLoose(tokens[first]!, JOINING)) first++
  while (end - first > 1 && isLooseEnd(tokens[end - 1]!) && !isOwned(tokens, first, end)) end--
  return [first, end]
}

const isLooseEnd = (token: Token): boolean =>
  isLoose(token, UNFINISHED) || isJoint(token.lower) || isReflexive(token.lower)

/** "Moody's" alone: a name with the ending. */
const isOwned = (tokens: readonly Token[], first: number, end: number): boolean =>
  end - first === 2 && tokens[end - 1]!.lower === "'s" && /^\p{Lu}/u.test(tokens[first]!.text)

const isLoose = ({ kind, text, lower }: Token, words: RegExp): boolean =>
  kind === 'punctuation' ? !/^[)\]%’”"]$/.test(text) : words.test(lower)

export function wordsAt({ text, tokens }: Reading, [first, end]: readonly [number, number]): string {
  return clean(text.slice(tokens[first]!.start, tokens[end - 1]!.end))
}

const clean = (words: string): string => words.replace(/\s+/g, ' ').trim()
const isPronoun = (words: string): boolean =>
  /^(?:s?he|it|they|who|which|that|hers?|his|him|them|their|its)$/i.test(words)

export function fullestName(reading: Reading, { names, kind }: Referent): string {
  const longest = names.reduce((a, b) => (worth(b) > worth(a) ? b : a))
  const best = kind === 'person' ? withoutSlip(names, longest) : longest
  const name = wordsAt(reading, [best.first, best.end])
  if (kind === 'person' && best.words.length === 1) return withTitle(reading, names, best, name)
  return names.some(mention => hasArticle(reading, mention, best)) ? `The ${name}` : name
}

/** The name without ordinary words before it ("Crooked Hillary Clinton"), where it also goes without them. */
function withoutSlip(names: readonly NameMention[], longest: NameMention): NameMention {
  const shorter = names.filter(({ words }) => words.length > 1 && isSlip(longest.words, words))
  return shorter.length === 0 ? longest : shorter.reduce((a, b) => (worth(b) > worth(a) ? b : a))
}

function isSlip(long: readonly string[], short: readonly string[]): boolean {
  const extra = long.length - short.length
  if (extra < 1 || short.some((word, index) => word !== long[extra + index])) return false
  return long.slice(0, extra).every(word => isOrdinaryWord(word.toLowerCase()))
}

function worth({ words, headline }: NameMention): number {
  const shouted = words.every(word => word.length > 1 && word === word.toUpperCase())
  return Math.min(words.length, 12) - (shouted ? 0.5 : 0) - (headline ? 0.3 : 0)
}

/** "The Hill": a capital where the sentence does not ask for one. */
function hasArticle({ tokens, opens }: Reading, mention: NameMention, best: NameMention): boolean {
  const before = tokens[mention.first - 1]
  return (
    before?.text === 'The' && opens[mention.first - 1] === 0 && mention.words.length === best.words.length
  )
}

/** Somebody of whom only the family name is known keeps the title: "President Ghani". */
function withTitle(reading: Reading, names: readonly NameMention[], best: NameMention, name: string): string {
  const titled = names.filter(mention => mention.titleFirst < mention.first)
  const office = titled.find(mention => !/^M(?:rs?|s|iss)\b/.test(reading.tokens[mention.titleFirst]!.text))
  const chosen = office ?? (best.titleFirst < best.first ? best : titled[0])
  return chosen === undefined ? name : wordsAt(reading, [chosen.titleFirst, chosen.end])
}

function mentionsOf(reading: Reading, { names, words, others }: Referent): Span[] {
  const spans: Span[] = names.map(name => [
    reading.tokens[name.titleFirst]!.start,
    spanOfName(reading, name)[1],
  ])
  for (const [first, end] of words === null ? others : [words, ...others]) {
    spans.push([reading.tokens[first]!.start, reading.tokens[end - 1]!.end])
  }
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return spans.filter(([start, end], i) => start !== spans[i - 1]?.[0] || end !== spans[i - 1]?.[1])
}

function kindOf({ kind }: Referent): SpeakerKind {
  if (kind === 'place') return 'organisation'
  if (kind === 'thing') return 'document'
  return kind === 'unknown' ? 'person' : kind
}
