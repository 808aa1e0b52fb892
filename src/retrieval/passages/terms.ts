import { NUMERALS, TENS } from '../../numerals.js'
import { stem } from './stemmer.js'

/** A word of a text as the index sees it. */
export interface Token {
  /** Equal for words that count as the same: "Markets’" and "market", "1,200" and "1200", "four" and "4". */
  term: string
  /** UTF-16 offsets into the text. */
  start: number
  end: number
  /** Whether it only carries grammar; such words are not searched for. */
  stop: boolean
}

// Longer runs are nobody's word; cutting them keeps hostile text from filling the vocabulary with megabytes.
const LONGEST_WORD = 64

/** Soft hyphens and characters of no width, which nobody sees inside a word. */
export const UNSEEN = '\u00ad\u200b\u200c\u200d\u2060\ufeff'

const STOP_WORDS = new Set(
  `a about also am an and any are as at be been being but by can could did do does doing done for from had has have
  having he her hers herself him himself his how i if in into is it its itself let many me might mine much must my
  myself of off on or our ours ourselves shall she should so some such than that the their theirs them themselves then
  there these they this those to too us very was we were what when where whether which who whom whose why will with
  would you your yours yourself
  arent cant couldnt didnt doesnt dont hadnt hasnt havent hed hes id ill im isnt itd itll ive lets shes shouldnt thats
  theres theyd theyll theyre theyve wasnt werent weve whats whos wont wouldnt youd youll youre youve`.split(
    /\s+/,
  ),
)

// "One" is mostly the pronoun.
const NUMBER_WORDS = new Map(
  [...NUMERALS.entries()]
    .slice(2)
    .concat(TENS.map((word, index) => [10 * index + 20, word]))
    .map(([value, word]) => [word, String(value)] as const),
)

// Forms that no suffix rule joins: verbs first, then nouns.
const IRREGULAR = new Map(
  `began begun begin|bought buy|brought bring|built build|became become|broke broken break|caught catch|chose chosen
  choose|came come|dealt deal|drew drawn draw|drove driven drive|ate eaten eat|fell fallen fall|felt feel|fought fight|
  flew flown fly|forgot forgotten forget|froze frozen freeze|gave given give|went gone go|grew grown grow|held hold|
  kept keep|knew known know|laid lay|led lead|lent lend|lost lose|made make|meant mean|met meet|paid pay|rode ridden
  ride|rose risen rise|ran run|said say|sang sung sing|sank sunk sink|saw seen see|sold sell|sent send|shook shaken
  shake|shot shoot|slept sleep|sought seek|spoke spoken speak|spent spend|stood stand|stole stolen steal|struck strike|
  swore sworn swear|swam swum swim|took taken take|taught teach|thought think|threw thrown throw|told tell|understood
  understand|woke woken wake|wore worn wear|won win|wrote written write|hid hidden hide|born bear|
  men man|women woman|children child|people person|feet foot|teeth tooth|mice mouse|lives life|wives wife|leaves leaf|
  wolves wolf|halves half|thieves thief|knives knife`
    .split('|')
    .flatMap(group => {
      const forms = group.trim().split(/\s+/)
      const base = forms.pop() ?? ''
      return forms.map(form => [form, base] as const)
    }),
)

export const isStopWord = (term: string): boolean => STOP_WORDS.has(term)

/**
 * The term of one word: compatibility forms, case, accents, apostrophes, thousands separators, possessives and
 * inflection taken away. Empty where nothing is left.
 */
export function termOf(word: string): string {
  if (word === 'US' || word === 'U.S') return 'usa'
  const plain = plainForm(word)
  if (STOP_WORDS.has(plain)) return plain
  if (/^\p{N}/u.test(plain)) return numberTerm(plain)
  return NUMBER_WORDS.get(plain) ?? stemOf(plain)
}

/** The stem of a lower-case word. */
export const stemOf = (word: string): string => stem(IRREGULAR.get(word) ?? word)

function plainForm(word: string): string {
  const cut = word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word
  const lower = isAscii(cut) ? cut.toLowerCase() : foldLetters(cut)
  return /^[a-z0-9]+$/.test(lower) ? lower : dropMarks(lower)
}

const NOT_FOLDED = new RegExp(`[\\p{M}${UNSEEN}]+`, 'gu')

const foldLetters = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(NOT_FOLDED, '')
    .toLowerCase()
    .replace(/[’ʼ‘＇]/g, "'")

const dropMarks = (word: string): string =>
  word
    .replace(/'s?$/, '')
    .replace(/^[$€£¥]+|%$/g, '')
    .replace(/['’]/g, '')
    .replace(/(?<=\p{L})\.|,(?=\p{N}{3})/gu, '')

const numberTerm = (plain: string): string => plain.replace(/(?<=^\p{N}+)(?:s|st|nd|rd|th)$/u, '')

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false
  return true
}

const SEPARATOR = 1
const LETTER = 2
const DIGIT = 3
/** A character that is a word of its own: writing without spaces. */
const IDEOGRAPH = 4
const classes = new Uint8Array(0x10000)

function classOf(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return classes[unit] || classify(text, at, unit)
}

function classify(text: string, at: number, unit: number): number {
  // one half of a pair says nothing for itself: judge the pair, and do not remember the half
  if (unit >= 0xd800 && unit <= 0xdbff)
    return classOfCharacter(String.fromCodePoint(text.codePointAt(at) ?? unit))
  if (unit >= 0xdc00 && unit <= 0xdfff) return at > 0 ? classOfPairAt(text, at - 1) : SEPARATOR
  const found = classOfCharacter(String.fromCharCode(unit))
  classes[unit] = found
  return found
}

function classOfPairAt(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0
  return point > 0xffff ? classOfCharacter(String.fromCodePoint(point)) : SEPARATOR
}

function classOfCharacter(character: string): number {
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(character))
    return character.length > 1 ? LETTER : IDEOGRAPH
  if (/\p{N}/u.test(character)) return DIGIT
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : SEPARATOR
}

/**
 * Calls `visit` with the offsets of every word, in order; linear in the text. Apostrophes and what nobody sees within a word, stops and commas
 * within a number, the stops of "U.S" and a currency or per cent sign at a number belong to the word; hyphens part words.
 */
export function scanWords(text: string, visit: (start: number, end: number) => void): void {
  const length = text.length
  let at = 0
  while (at < length) {
    const kind = classOf(text, at)
    if (kind === SEPARATOR) {
      at++
      continue
    }
    const end = kind === IDEOGRAPH ? at + 1 : wordEnd(text, at)
    visit(kind === DIGIT && isCurrency(text, at - 1) ? at - 1 : at, end)
    at = end
  }
}

function wordEnd(text: string, start: number): number {
  let at = start
  let kind = classOf(text, at)
  for (;;) {
    const previous = kind
    at++
    kind = at < text.length ? classOf(text, at) : SEPARATOR
    if (kind === LETTER || kind === DIGIT) continue
    if (kind === SEPARATOR && at < text.length && joins(text, at, start, previous)) {
      at++
      kind = classOf(text, at)
      continue
    }
    return previous === DIGIT && text.charCodeAt(at) === 37 ? at + 1 : at
  }
}

/** Whether the separator at `at`, which is not the last unit, belongs to the word around it. */
function joins(text: string, at: number, start: number, previous: number): boolean {
  const next = at + 1 < text.length ? classOf(text, at + 1) : SEPARATOR
  const unit = text.charCodeAt(at)
  if (unit === 39 || unit === 0x2019 || unit === 0xff07) return previous === LETTER && next === LETTER
  if (isUnseen(unit)) return next !== SEPARATOR
  if (unit !== 46 && unit !== 44) return false
  if (previous === DIGIT) return next === DIGIT
  return unit === 46 && next === LETTER && isInitial(text, at, start)
}

const isUnseen = (unit: number): boolean => UNSEEN.includes(String.fromCharCode(unit))

/** "U.S": a single letter before the stop and a single one after it. */
function isInitial(text: string, at: number, start: number): boolean {
  if (at - 1 !== start && text.charCodeAt(at - 2) !== 46) return false
  return at + 2 >= text.length || classOf(text, at + 2) === SEPARATOR
}

function isCurrency(text: string, at: number): boolean {
  const unit = at >= 0 ? text.charCodeAt(at) : 0
  return unit === 36 || unit === 0xa3 || unit === 0xa5 || unit === 0x20ac
}

/** The words of a text, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  scanWords(text, (start, end) => {
    const term = termOf(text.slice(start, end))
    if (term) tokens.push({ term, start, end, stop: STOP_WORDS.has(term) })
  })
  return tokens
}

/** What is searched for when `text` is: its terms without stop words, in order, repeats kept. */
export const terms = (text: string): string[] =>
  tokenize(text)
    .filter(token => !token.stop)
    .map(token => token.term)
