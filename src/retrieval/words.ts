import type { Span } from '../span.js'
import { termOf, UNSEEN } from './passages/terms.js'

/** A word of an article or of what somebody typed, with where it stands. */
export interface Word {
  text: string
  /** Lower case, without apostrophes, stops, commas and what nobody sees: "Don’t" and "dont" are one, and so are "U.S." and "us". */
  key: string
  stem: string
  start: number
  end: number
}

const EVERY_UNSEEN = new RegExp(`[${UNSEEN}]`, 'gu')

export const withoutUnseen = (text: string): string => text.replace(EVERY_UNSEEN, '')

/**
 * In lower case, with every character where it was: one that would become longer ("İ") stays as it is. An expression that
 * is matched with it can do without the flag `i`, which more than doubles the time to compile it.
 */
export function lowerInPlace(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, character => {
    const small = character.toLowerCase()
    return small.length === character.length ? small : character
  }).join('')
}

// Letters and digits, with what nobody sees between them; inside a word an apostrophe ("don't") or, between digits, a stop
// or comma ("2.3", "65,000"); or single letters each with its stop ("U.S.");
// longer rows are cut, because the engine remembers all that it has taken.
const WORD = new RegExp(
  String.raw`(?:\p{L}\.){2,1000}|[\p{L}\p{M}\p{N}@#$][\p{L}\p{M}\p{N}${UNSEEN}]{0,1000}(?:['’](?=\p{L})[\p{L}\p{M}]{1,1000}|(?<=\p{N})[.,](?=\p{N})\p{N}{1,1000}){0,1000}`,
  'gu',
)

const NO_KEY = new RegExp(`['’.,@#$${UNSEEN}]`, 'gu')

export const keyOf = (word: string): string => word.toLowerCase().replace(NO_KEY, '')

export function wordsOf(text: string, [start, end]: Span = [0, text.length]): Word[] {
  const words: Word[] = []
  const part = text.slice(start, end)
  // By `exec`: `matchAll` copies the expression for every text.
  WORD.lastIndex = 0
  for (let match = WORD.exec(part); match; match = WORD.exec(part)) {
    const { text: word, key, stem } = formsOf(match[0])
    if (!key) continue
    const at = start + match.index
    words.push({ text: word, key, stem, start: at, end: at + word.length })
  }
  return words
}

/** The stems of a text's words, once each; for where their places do not matter. */
export function stemSetOf(text: string): Set<string> {
  const stems = new Set<string>()
  for (const word of text.match(WORD) ?? []) {
    const { key, stem } = formsOf(word)
    if (key) stems.add(stem)
  }
  return stems
}

/** Of one string for all its occurrences, so that they are quickly told to be the same. */
type Forms = Pick<Word, 'text' | 'key' | 'stem'>

// Stemming is most of the cost of reading, and most words come again.
const forms = new Map<string, Forms>()
const REMEMBERED_FORMS = 30_000
const LONGEST_REMEMBERED = 40

function formsOf(word: string): Forms {
  const known = forms.get(word)
  if (known) return known
  const found = { text: word, key: keyOf(word), stem: termOf(word) }
  if (forms.size >= REMEMBERED_FORMS) forms.clear()
  if (word.length <= LONGEST_REMEMBERED) forms.set(word, found)
  return found
}

// The closed classes of English: they carry grammar, not topics.
const FUNCTION_WORDS = new Set(
  `a about after all also am an and any are arent as at be because been being both but by can cant could couldnt did
  didnt do does doesnt doing dont each either even ever every for from get gets got had hadnt has hasnt have havent having he hed
  hell her here hers herself hes him himself his how i id if ill im in into is isnt it itd itll its itself ive just
  let lets like many may me might more most much must my myself no nor not of off on once only or other our ours out
  own quite rather really same shall she shed shell shes should shouldnt so some such than that thatd thats the their
  theirs them themselves then there theres these they theyd theyll theyre theyve this those though through to too
  up upon us very was wasnt we wed well were werent weve what whats when where wheres which while who whom whos whose
  whatd whod whyd howd whered whatll wholl why will with wont would wouldnt yet you youd youll your youre yours yourself youve`.split(
    /\s+/,
  ),
)

export const isFunctionWord = (key: string): boolean => FUNCTION_WORDS.has(key)

const MERE_PERSONS = new Set(
  'man woman men women guy guys lady gal dude fella chap person boy girl gentleman'.split(' '),
)

/** Whether it tells that somebody is meant, but not who: "the woman from Skarne". */
export const isMerePerson = (key: string): boolean => MERE_PERSONS.has(key)
