import { tagBits } from '../tagger.js'
import { type CueMatch, type CueVerb, matchCueVerb } from './cues.js'
import type { Piece, Unit } from './units.js'

/** `finite`: has a subject of its own; `participle`: ", saying …"; `passive`: the subject is what was said or who was told. */
export type Voice = 'finite' | 'participle' | 'passive'

/** A verb of reporting with its auxiliaries and adverbs: pieces first..last of a unit, both included. */
export interface CueGroup {
  first: number
  last: number
  head: number
  verb: CueVerb
  voice: Voice
  /** Whether it stands as one simple past or present word, as inverted order needs. */
  simple: boolean
}

/** After a noun that is spelt like a verb: "US plans for". */
const LINKS = /^(?:for|of|on|in|by|about)$/

const VERB = tagBits('Verb')
const NOUN = tagBits('Noun')
const ADVERB = tagBits('Adverb')
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", "'m", 'am'])
const HAVE = new Set(['has', 'have', 'had', "'ve", "'d", 'having'])
const DO = new Set(['do', 'does', 'did'])
const MODAL = new Set([
  'will',
  'would',
  'can',
  'could',
  'may',
  'might',
  'must',
  'shall',
  'should',
  "'ll",
  'ca',
  'wo',
])
const NOT = new Set(['not', "n't", 'never'])
const ADVERBS = new Set(
  'also later then often once repeatedly now still again first even just always further previously recently ever only soon'.split(
    ' ',
  ),
)
/** Verbs that an infinitive of reporting completes to one cue: "went on to say", "continued to insist". */
const LEADS = new Set(
  'on continued continues continue began begins seemed seems appeared appears used proceeded'.split(' '),
)
const DETERMINERS = new Set(
  "the a an his her its their my our your this that these those any no 's".split(' '),
)

/** The groups of a unit, in order and disjoint. */
export function findCueGroups(unit: Unit): CueGroup[] {
  const groups: CueGroup[] = []
  for (let at = 0; at < unit.pieces.length; at++) {
    const group = readGroup(unit.pieces, at)
    if (group === null || (groups.at(-1)?.last ?? -1) >= group.head) continue
    while (groups.length > 0 && groups.at(-1)!.last >= group.first) groups.pop()
    groups.push(group)
    at = group.last
  }
  return groups
}

function readGroup(pieces: readonly Piece[], head: number): CueGroup | null {
  const word = pieces[head]!
  if (word.quoted !== null) return null
  const verb = matchCueVerb(word.lower, distance => pieces[head + distance]?.lower)
  if (verb === null) return null
  const first = firstOf(pieces, head)
  const lead = leadOf(pieces, first, head)
  const voice = voiceOf(pieces, head, verb, first)
  if (voice === null || !isVerb(pieces, head, verb, first)) return null
  const last = head + verb.following
  return { first: lead, last, head, verb, voice, simple: lead === head && verb.form !== 'ing' }
}

/** Leftwards over auxiliaries, negation and adverbs. */
function firstOf(pieces: readonly Piece[], head: number): number {
  let first = head
  while (first > 0 && head - first < 6 && belongs(pieces[first - 1]!)) first--
  while (first < head && isAdverb(pieces[first]!) && !ADVERBS.has(pieces[first]!.lower)) first++
  return first
}

const isAdverb = (piece: Piece) =>
  ADVERBS.has(piece.lower) || ((piece.tags & ADVERB) !== 0 && piece.lower.endsWith('ly'))

const belongs = (piece: Piece) =>
  piece.quoted === null &&
  (BE.has(piece.lower) ||
    HAVE.has(piece.lower) ||
    DO.has(piece.lower) ||
    MODAL.has(piece.lower) ||
    NOT.has(piece.lower) ||
    isAdverb(piece))

/** "went on to say": from the verb that leads to the infinitive. */
function leadOf(pieces: readonly Piece[], first: number, head: number): number {
  if (first !== head || pieces[head - 1]?.lower !== 'to' || !LEADS.has(pieces[head - 2]?.lower ?? ''))
    return first
  const lead = pieces[head - 2]!.lower === 'on' ? head - 3 : head - 2
  return lead >= 0 ? firstOf(pieces, lead) : first
}

function voiceOf(pieces: readonly Piece[], head: number, verb: CueMatch, first: number): Voice | null {
  const before = pieces.slice(first, head).map(piece => piece.lower)
  const be = before.some(word => BE.has(word))
  const aux = before.some(word => HAVE.has(word) || MODAL.has(word) || DO.has(word))
  if (verb.form === 'ing') return be ? 'finite' : 'participle'
  if (verb.form === 'past') return be && !aux ? 'passive' : be ? 'passive' : 'finite'
  if (verb.form === 'third')
    return before.length === 0 || before.every(word => !BE.has(word) && !MODAL.has(word)) ? 'finite' : null
  if (pieces[first - 1]?.lower === 'to') return LEADS.has(pieces[first - 2]?.lower ?? '') ? 'finite' : null
  return 'finite'
}

/** Tells "he plans" from "his plans": by the tag, and by what stands before. */
function isVerb(pieces: readonly Piece[], head: number, verb: CueMatch, first: number): boolean {
  const { lower, tags } = pieces[head]!
  if (lower === 'said' || lower === 'told') return true
  const before = pieces[head - 1]?.lower ?? ''
  if (DETERMINERS.has(before) && first === head) return false
  if (first < head) return (tags & VERB) !== 0 || verb.form === 'past'
  if (verb.form === 'ing') return (tags & VERB) !== 0 || before === ','
  if (
    verb.following === 0 &&
    verb.complement === 'object' &&
    verb.form !== 'past' &&
    LINKS.test(pieces[head + 1]?.lower ?? '')
  )
    return false
  if (verb.form === 'past') return (tags & VERB) !== 0 && !isModifier(pieces, head)
  return (tags & VERB) !== 0 && (tags & NOUN) === 0
}

/** "the alleged attack", "a proposed ban". */
function isModifier(pieces: readonly Piece[], head: number): boolean {
  const before = pieces[head - 1]
  const after = pieces[head + 1]
  const adjective = tagBits('Adjective')
  return (
    before !== undefined &&
    after !== undefined &&
    (before.tags & adjective) !== 0 &&
    (after.tags & NOUN) !== 0
  )
}
