import { CALENDAR_WORDS } from '../../calendar.js'
import { lexiconTags } from '../lexicon.js'
import { tagBits } from '../tagger.js'
import type { Token } from '../tokens.js'
import { isListed, isOrdinaryWord, isPersonWord } from './lexicon.js'
import { isCapitalized, type Reading } from './reading.js'
import {
  isBodyName,
  isOrganisationWord,
  isPersonNoun,
  isTitleWord,
  kindOfHead,
  singular,
} from './role-words.js'

const FUNCTION_TAGS = tagBits(
  'Determiner',
  'Pronoun',
  'Preposition',
  'Conjunction',
  'Auxiliary',
  'Modal',
  'Copula',
)
const PLACE = tagBits('Place')
const PLURAL = tagBits('Plural')
export const FINITE = tagBits('PastTense', 'PresentTense', 'Modal')
const VERBAL = tagBits('Gerund', 'PastTense', 'Participle', 'PresentTense', 'Infinitive')

const NEVER = new Set(
  `i ${CALENDAR_WORDS.join(' ')} mon tue wed thu fri sat sun jan feb aug sept oct nov dec a the an this that
  these those he she it we they you his her their its our my your who what when where why how if but and or not no
  yes in on at as for from with by after before while since though although because so then there here one two
  three four five six seven eight nine ten according also however meanwhile still yet even just both some many most
  all any such other others another each every more much few several rather instead indeed perhaps maybe ok oh well
  of to up out over under during despite until once last next today tomorrow yesterday now never ever only is was
  are were be been has have had do does did will would can could should may might must let us me him them which
  whose whom than too very again nonetheless nevertheless otherwise moreover furthermore likewise elsewhere hence thus
  afterwards afterward ad bc am pm est edt gmt etc vs god`.split(/\s+/),
)
/** Bodies whose letters spell an everyday word. */
const ACRONYMS = new Set(['US', 'WHO'])
const NEVER_NAMED = ['former', 'retired', 'longtime', 'ex', 'incumbent', 'incoming', 'outgoing']

/** Words that lead to a name, some of which also begin one ("Democratic Party"). */
export const LEADING = new Set([
  ...NEVER_NAMED,
  ...'interim acting then late fellow republican democratic democrat libertarian'.split(' '),
])

const ORIGIN =
  /-(?:based|born|bred|style|led|backed|owned|controlled|friendly|like|area|bound|trained|educated|related)$/

/** Whether the word is of no name, whatever follows: "Former | Rovers striker", "Miami-based | Harbour Council". */
export const isNeverNamed = (lower: string): boolean => NEVER_NAMED.includes(lower) || ORIGIN.test(lower)

/** Given names that are everyday words, by which a sentence may begin: "Guy Cecil", not "Guy | calls". */
const EVERYDAY_NAMES = new Set(
  `amber angel art autumn barb basil bob brook buck cliff crystal daisy dale dawn dean don drew earl faith fern forest
  gay gene ginger glen grace grant guy happy hazel heath heather holly hope hunter iris ivy jade jay jewel joy lance
  lily mark melody mercy miles misty olive pat pearl penny piper rich robin rose rosemary ruby rusty sandy skip sky
  sterling sue summer violet wade ward woody`.split(/\s+/),
)

/** How the article writes its words where nothing forces a capital. */
export interface Casing {
  capitalized: ReadonlySet<string>
  lower: ReadonlySet<string>
  /** By each capitalised word what stands before it, where that is capitalised too, else "". */
  before: ReadonlyMap<string, ReadonlySet<string>>
  /** Two capitalised words in a row, of which the first needs no capital: "human rights". */
  pairs: ReadonlySet<string>
}

export function readCasing({ tokens, opens, headline }: Reading): Casing {
  const capitalized = new Set<string>()
  const lower = new Set<string>()
  const before = new Map<string, Set<string>>()
  const pairs = new Set<string>()
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || headline[token.paragraph] === 1) continue
    if (!isCapitalized(token)) lower.add(token.lower)
    else if (opens[index] === 0) {
      capitalized.add(token.lower)
      const previous = tokens[index - 1]
      const led = previous?.kind === 'word' && isCapitalized(previous) ? previous.lower : ''
      before.set(token.lower, (before.get(token.lower) ?? new Set()).add(led))
      if (led !== '' && opens[index - 1] === 0) pairs.add(`${led} ${token.lower}`)
    }
  }
  return { capitalized, lower, before, pairs }
}

export const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  isCapitalized(token) &&
  (!NEVER.has(token.lower) || ACRONYMS.has(token.text)) &&
  !/^[RDI]-\p{Lu}/u.test(token.text)

/** A word that begins a sentence is capitalised anyway: whether it would be elsewhere. */
export function isProperAtStart(reading: Reading, casing: Casing, at: number): boolean {
  const { tokens, tags } = reading
  const { lower, text } = tokens[at]!
  const next = tokens[at + 1]
  const followed = isNameWord(next)
  if (isTitleWord(lower)) return followed || next?.lower === 'of' || casing.capitalized.has(lower)
  if (followed && casing.pairs.has(`${lower} ${next!.lower}`)) return true
  if (followed && (isOfPlace(reading, at) || isEverydayName(lower, next!.lower))) return true
  // "Bank of England"
  if (isBodyName(lower) && next?.text === 'of' && isNameWord(tokens[at + 2])) return true
  if (casing.capitalized.has(lower)) return !casing.lower.has(lower) || isOfBody(reading, casing, at)
  if (isOfBody(reading, casing, at)) return true
  if (casing.lower.has(lower)) return false
  if (isPersonWord(lower)) return true
  if (ACRONYMS.has(text)) return true
  if (LEADING.has(lower)) return followed
  if ((tags[at]! & FUNCTION_TAGS) !== 0) return false
  if (/^\p{Lu}{2,}$/u.test(text)) return true
  if (isOrdinaryWord(lower) || isOrdinaryWord(singular(lower))) return followed && isBodyName(next!.lower)
  if (followed && !isListed(lower) && casing.capitalized.has(next!.lower)) return true
  // "Ofsted said": no form of a word that anybody knows
  const isFollowed = ((tags[at + 1] ?? 0) & FINITE) !== 0
  if (isFollowed && lower.endsWith('ed') && ![lower, lower.slice(0, -2), lower.slice(0, -1)].some(isListed))
    return true
  if ((tags[at]! & (VERBAL | PLURAL)) !== 0) return false
  return !/(?:ing|ly|ed|ions?|ness|ments?)$/.test(lower)
}

const isEverydayName = (lower: string, next: string): boolean =>
  EVERYDAY_NAMES.has(lower) && !isOrdinary(next) && !isTitleWord(next)

/** "Will | Grant": no verb in the middle of a sentence, nor where the article writes it there. */
export const isNamedWill = ({ tokens, opens }: Reading, { pairs }: Casing, at: number): boolean =>
  tokens[at]!.text === 'Will' &&
  isNameWord(tokens[at + 1]) &&
  (opens[at] === 0 || pairs.has(`will ${tokens[at + 1]!.lower}`))

/** Whether it is a word like any other, also by its ending and as a noun for bodies. */
export const isOrdinary = (lower: string): boolean =>
  isOrdinaryWord(lower) ||
  isBodyName(lower) ||
  isOrdinaryWord(singular(lower)) ||
  /(?:hood|ness|ship|tion|ment|ism)s?$/.test(lower)

/**
 * Whether an ordinary word begins the name of a body that is made of such words, each of which has a capital only there:
 * "Human Rights Watch", "Doctors Without Borders", "Veterans' Council".
 */
function isOfBody({ tokens, tags }: Reading, casing: Casing, at: number): boolean {
  const { lower } = tokens[at]!
  const second = afterPossessor(tokens, at + 1)
  const next = tokens[second]
  if (!isNameWord(next) || isTitleWord(next!.lower) || (tags[second]! & PLACE) !== 0) return false
  if (second === at + 1 && !isOrdinary(lower)) return false
  if (!isOrdinary(next!.lower) || NEVER.has(lower) || LEADING.has(lower)) return false
  if (second > at + 1) return isPeopleNoun(lower) || (isBodyName(next!.lower) && kindOfHead(lower) === null)
  if (
    isPersonNoun(lower) ||
    /(?:ing|ly)$/.test(lower) ||
    lexiconTags(lower).some(tag => NO_BEGINNING.has(tag))
  )
    return false
  if (lexiconTags(next!.lower).includes('Preposition')) return true
  if (isPeopleNoun(next!.lower) && !isNameWord(tokens[second + 1])) return false
  return [...(casing.before.get(next!.lower) ?? [])].every(led => led === lower)
}

const PLACES = new Set(['Place', 'City', 'Country', 'Region'])
const KNOWN = new Set([...PLACES, 'Organization', 'SportsTeam'])
const DIRECTION = /^(?:(?:north|south|east|west)(?:ern)?|(?:north|south)(?:east|west)(?:ern)?|central)$/
const BEFORE_PLACES = new Set('new old great greater upper lower inner big'.split(' '))

/** Whether the word makes another place of the one whose name it stands before: "New England" is not England. */
export const tellsPlaces = (lower: string): boolean => DIRECTION.test(lower) || BEFORE_PLACES.has(lower)

/** Two words that are one name: "South Korea", "Upper Austria", "Greater Manchester". */
function isOfPlace({ tokens, tags }: Reading, at: number): boolean {
  const { lower } = tokens[at]!
  const next = tokens[at + 1]!.lower
  if (lexiconTags(`${lower} ${next}`).some(tag => KNOWN.has(tag))) return true
  if (!tellsPlaces(lower)) return false
  return ((tags[at]! | tags[at + 1]!) & PLACE) !== 0 || lexiconTags(next).some(tag => PLACES.has(tag))
}

const NO_BEGINNING = new Set(['Adverb', 'Preposition', 'Conjunction', 'Determiner', 'Pronoun'])

/** Past the ending of a possessor: "Women | 's", "Veterans | '". */
export const afterPossessor = (tokens: readonly Token[], at: number): number =>
  /^['’]s?$/.test(tokens[at]?.text ?? '') && tokens[at]!.start === tokens[at - 1]?.end ? at + 1 : at

/** "citizens", "women", "veterans": an ordinary word for people of one sort. */
export const isPeopleNoun = (lower: string): boolean =>
  isOrdinaryWord(lower) && kindOfHead(lower) === 'group' && !isOrganisationWord(singular(lower))
