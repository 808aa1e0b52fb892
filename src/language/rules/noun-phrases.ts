import { CALENDAR_WORDS } from '../../calendar.js'
import { tagBits } from '../tagger.js'
import type { Piece } from './units.js'

/** Pieces first..last, both included. */
export interface Range {
  first: number
  last: number
}

const NOMINAL = tagBits(
  'Noun',
  'ProperNoun',
  'Person',
  'Place',
  'Organization',
  'Acronym',
  'Demonym',
  'Plural',
  'Singular',
)
const MODIFIER = tagBits('Adjective', 'Value', 'Determiner', 'Possessive')
const PRONOUN = tagBits('Pronoun')
const PROPER = tagBits('ProperNoun', 'Person', 'FirstName', 'LastName')
const PERSON = tagBits('Person', 'FirstName', 'LastName', 'Organization', 'Place')
const VERB = tagBits('Verb')

export const SUBJECTS = new Set(
  'he she they it i we you who whoever everyone everybody someone somebody nobody anyone one others many some several most few both neither none another'.split(
    ' ',
  ),
)
const DETERMINERS = new Set(
  'the a an his her its their my our your this that these those any no some many several most both each every all other another two three four five six seven eight nine ten more few one'.split(
    ' ',
  ),
)
/** Begin a phrase; no word of it stands before them. */
const ARTICLES = new Set(
  'the a an his her its their my our your this that these those no each every'.split(' '),
)
const ATTACHING = new Set(
  'of for from with at in on to by among against under inside within near behind between about over'.split(
    ' ',
  ),
)
/** After a name they attach to the verb: "Blinken in Brussels said". */
const LOOSE = new Set('on at in to over by with'.split(' '))
const TIME = new Set(
  `${CALENDAR_WORDS.join(' ')} today yesterday tomorrow tonight week month year weekend
  morning afternoon evening night earlier later ago`.split(/\s+/),
)
const NOT_NAMES = new Set(
  'and but or nor so yet that as if while when where because although though than then there here not also'.split(
    ' ',
  ),
)

export const isTime = (piece: Piece | undefined): boolean => piece !== undefined && TIME.has(piece.lower)
const PREPOSITIONS = new Set(
  'after before during since until through despite via without amid following'.split(' '),
)
const BEFORE_TIME = new Set('last next this'.split(' '))
export const isPrepositionWord = (lower: string): boolean => ATTACHING.has(lower) || PREPOSITIONS.has(lower)
export const isPreposition = (piece: Piece | undefined): boolean =>
  piece !== undefined && (isPrepositionWord(piece.lower) || BEFORE_TIME.has(piece.lower))

export const isVerb = (piece: Piece): boolean => (piece.tags & VERB) !== 0
export const isProper = (piece: Piece): boolean => (piece.tags & PROPER) !== 0 || /^\p{Lu}/u.test(piece.text)

/** Whether a noun phrase can end with the piece. */
export function endsNounPhrase(piece: Piece | undefined): boolean {
  if (piece === undefined || piece.quoted !== null) return false
  if (SUBJECTS.has(piece.lower) || piece.lower === ')') return true
  if (NOT_NAMES.has(piece.lower) || DETERMINERS.has(piece.lower) || isPreposition(piece)) return false
  if (piece.text === '' || !/[\p{L}\p{N}]/u.test(piece.text)) return false
  return (
    (piece.tags & (NOMINAL | PRONOUN)) !== 0 ||
    /^\p{Lu}/u.test(piece.text) ||
    ((piece.tags & VERB) === 0 && (piece.tags & MODIFIER) !== 0)
  )
}

function isInside(piece: Piece): boolean {
  if (
    piece.lower === "'s" ||
    piece.lower === "'" ||
    piece.lower === '-' ||
    piece.lower === '&' ||
    piece.lower === '(' ||
    piece.lower === ')'
  )
    return true
  if (piece.quoted !== null) return !piece.quoted.finished
  if (NOT_NAMES.has(piece.lower) || !/[\p{L}\p{N}]/u.test(piece.text)) return false
  if (DETERMINERS.has(piece.lower)) return true
  if (/^\p{Lu}.*ing$/u.test(piece.text) && (piece.tags & PERSON) === 0) return false
  if (/^\p{Lu}/u.test(piece.text) && !isPreposition(piece) && (piece.tags & VERB) === 0) return true
  return (
    (piece.tags & (NOMINAL | MODIFIER)) !== 0 &&
    (piece.tags & (VERB | PRONOUN)) === 0 &&
    !isPreposition(piece)
  )
}

/** The bare phrase that ends at `last`: "the former mayor", without what is attached by prepositions. */
function baseBefore(pieces: readonly Piece[], last: number): Range | null {
  if (!endsNounPhrase(pieces[last])) return null
  const end = pieces[last]!
  if (SUBJECTS.has(end.lower) && (end.tags & PRONOUN) !== 0) return { first: last, last }
  let first = last
  if (end.lower === ')') while (first > 0 && last - first < 8 && pieces[first]!.lower !== '(') first--
  while (first > 0 && last - first < 16) {
    const next = pieces[first - 1]!
    if (!isInside(next) || (isTime(next) && !isTime(pieces[first]))) break
    first--
    if (ARTICLES.has(next.lower) && pieces[first - 1]?.lower !== 'all') break
  }
  while (first < last && (pieces[first]!.quoted !== null || pieces[first]!.lower === "'s")) first++
  return { first, last }
}

/**
 * The subject that ends at `last`, with the phrases attached to it: "officials in Washington".
 * What hangs on a fronted preposition ("On Monday Obama") is no part of it.
 */
export function nounPhraseBefore(pieces: readonly Piece[], last: number): Range | null {
  const base = baseBefore(pieces, last)
  if (base === null) return null
  let whole = base
  for (let depth = 0; depth < 5; depth++) {
    const link = pieces[whole.first - 1]
    if (link === undefined) return whole
    if (link.lower === 'and' || link.lower === 'or') {
      const left = baseBefore(pieces, whole.first - 2)
      if (left === null || !startsClause(pieces, left.first)) return whole
      return { first: left.first, last }
    }
    if (!ATTACHING.has(link.lower)) return whole
    const governor = governorBefore(pieces, whole.first - 2, link.lower)
    if (governor === null) return depth === 0 ? base : null
    const apart = isTime(pieces[whole.first]) || (LOOSE.has(link.lower) && isProper(pieces[governor.last]!))
    whole = {
      first: governor.first,
      last: apart || namesPerson(pieces, governor) ? governor.last : whole.last,
    }
  }
  return whole
}

/** What a preposition attaches to: a noun, or a noun with its participle ("a letter obtained by"). */
function governorBefore(pieces: readonly Piece[], last: number, link: string): Range | null {
  const participle = pieces[last]
  const isReduced =
    participle !== undefined &&
    (link === 'by' || link === 'in' || link === 'for') &&
    /(?:ed|en|ained|own|ade|ught)$/.test(participle.lower)
  return baseBefore(pieces, isReduced && (participle.tags & VERB) !== 0 ? last - 1 : last)
}

/** Whether a clause may begin at `first`: nothing before it, or a mark, or a conjunction. */
export function startsClause(pieces: readonly Piece[], first: number): boolean {
  const before = pieces[first - 1]
  return (
    before === undefined ||
    before.quoted !== null ||
    !/[\p{L}\p{N}]/u.test(before.text) ||
    NOT_NAMES.has(before.lower)
  )
}

const namesPerson = (pieces: readonly Piece[], { last }: Range): boolean => {
  const end = pieces[last]!
  return (end.tags & tagBits('Person', 'Pronoun', 'FirstName', 'LastName')) !== 0
}

/** The phrase that begins at `first`, with the phrases attached to it. */
export function nounPhraseAfter(pieces: readonly Piece[], first: number): Range | null {
  let base = baseAfter(pieces, first)
  if (base === null) return null
  for (let depth = 0; depth < 4; depth++) {
    const link = pieces[base.last + 1]
    if (
      link === undefined ||
      !(
        link.lower === 'of' ||
        ((link.lower === 'for' ||
          link.lower === 'from' ||
          link.lower === 'with' ||
          link.lower === 'at' ||
          link.lower === 'in') &&
          !namesPerson(pieces, base))
      )
    )
      break
    const next = baseAfter(pieces, base.last + 2)
    if (next === null) break
    base = { first, last: next.last }
  }
  return base
}

function baseAfter(pieces: readonly Piece[], first: number): Range | null {
  const start = pieces[first]
  if (start === undefined || start.quoted !== null) return null
  if ((start.tags & PRONOUN) !== 0 && SUBJECTS.has(start.lower)) return { first, last: first }
  let last = first - 1
  while (last + 1 < pieces.length && last - first < 15) {
    const next = pieces[last + 1]!
    if (!isInside(next) || next.quoted !== null) break
    if (last >= first && DETERMINERS.has(next.lower)) break
    if (last >= first && isTime(next)) break
    last++
  }
  while (last >= first && !endsNounPhrase(pieces[last])) last--
  return last >= first ? { first, last } : null
}
