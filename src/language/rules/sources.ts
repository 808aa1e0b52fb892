import { tagBits } from '../tagger.js'
import type { CueGroup } from './cue-groups.js'
import {
  endsNounPhrase,
  isPreposition,
  isProper,
  isTime,
  isVerb,
  nounPhraseAfter,
  nounPhraseBefore,
  type Range,
  SUBJECTS,
  startsClause,
} from './noun-phrases.js'
import type { Piece } from './units.js'

const RELATIVE = new Set(['who', 'which', 'whom', 'that'])
const COORDINATING = new Set(['and', 'but', 'or', 'then', 'nor'])
export const SUBORDINATE =
  /^(?:as|when|while|after|before|if|although|though|since|because|in|on|at|during|for|by|with|asked|once|until|despite)$/
const PERSON = tagBits('Person', 'Pronoun', 'FirstName', 'LastName')

/** Whether `piece` is the end of its clause or sentence. */
export const isStop = (piece: Piece | undefined): boolean =>
  piece === undefined || piece.quoted !== null || /^[.,;:!?…)\]]+$|^[-–—]+$/u.test(piece.text)

/** The source after an inverted cue ("said Stoltenberg, the alliance's chief"), or null where the order is not inverted. */
export function invertedSource(pieces: readonly Piece[], cue: CueGroup): Range | null {
  if (!cue.simple || cue.verb.complement === 'object') return null
  const before = pieces[cue.first - 1]
  const afterSpeech = before?.quoted?.finished === true
  if (!afterSpeech && (cue.verb.told || !isBreak(before))) return null
  const phrase = nounPhraseAfter(pieces, cue.last + 1)
  if (phrase !== null && endsThere(pieces[phrase.last + 1])) {
    return { first: phrase.first, last: extendApposition(pieces, phrase.last, pieces.length - 1) }
  }
  return afterSpeech ? wordsUpToStop(pieces, cue.last + 1) : null
}

const isBreak = (piece: Piece | undefined): boolean =>
  piece !== undefined && (piece.quoted !== null || piece.lower === ',' || /^[-–—?!]+$/u.test(piece.text))

/** Whether a subject can end before `next`: no verb or object of its own follows. */
const endsThere = (next: Piece | undefined): boolean =>
  next === undefined ||
  isStop(next) ||
  isPreposition(next) ||
  isTime(next) ||
  RELATIVE.has(next.lower) ||
  COORDINATING.has(next.lower)

/** What stands after “…,” said, where its tags do not show a noun phrase. */
function wordsUpToStop(pieces: readonly Piece[], first: number): Range | null {
  const start = pieces[first]
  if (
    start === undefined ||
    isStop(start) ||
    isPreposition(start) ||
    isTime(start) ||
    /^(?:that|to)$/.test(start.lower)
  )
    return null
  let last = first
  while (
    last + 1 < pieces.length &&
    last - first < 30 &&
    !isStop(pieces[last + 1]) &&
    !isTime(pieces[last + 1])
  )
    last++
  return { first, last: extendApposition(pieces, last, pieces.length - 1) }
}

/** Over ", a spokesman for the mayor who …" to the end of the apposition. */
function extendApposition(pieces: readonly Piece[], last: number, end: number): number {
  const comma = pieces[last + 1]
  if (comma !== undefined && RELATIVE.has(comma.lower)) return clauseEnd(pieces, last + 2, end)
  if (comma?.lower !== ',' || !describes(pieces, last + 2)) return last
  return clauseEnd(pieces, last + 2, end)
}

function clauseEnd(pieces: readonly Piece[], from: number, end: number): number {
  let at = from
  while (at <= end && !isClauseStop(pieces, at)) at++
  return at - 1
}

function isClauseStop(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]!
  if (piece.quoted !== null) return true
  if (/^[.;:!?]$|^[-–—]+$/u.test(piece.text)) return true
  return piece.lower === ',' && !describes(pieces, at + 1) && !isProper(pieces[at + 1] ?? piece)
}

/** Whether an apposition or relative clause begins at `at`. */
function describes(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at]
  if (piece === undefined || piece.quoted !== null) return false
  if (
    RELATIVE.has(piece.lower) ||
    /^(?:a|an|the|one|whose|former|then|now|his|her|their|\d{1,2})$/.test(piece.lower)
  )
    return true
  return (
    (piece.tags & tagBits('Noun', 'Adjective', 'Value')) !== 0 &&
    !SUBJECTS.has(piece.lower) &&
    !isTime(piece) &&
    !piece.lower.endsWith('ing')
  )
}

/** The subject of a finite cue, standing before it. */
export function subjectBefore(pieces: readonly Piece[], cue: CueGroup): Range | null {
  const last = cue.first - 1
  const piece = pieces[last]
  if (piece === undefined || piece.quoted !== null) return null
  if (RELATIVE.has(piece.lower)) return relativeSubject(pieces, last)
  if (piece.lower === ',' || /^[-–—]+$/u.test(piece.text)) return subjectOverParenthesis(pieces, last)
  const phrase = nounPhraseBefore(pieces, last)
  if (phrase === null) return piece.lower === ')' ? null : subjectOverWords(pieces, last)
  return phrase
}

/** "who" with "all of" and the like before it. */
function relativeSubject(pieces: readonly Piece[], last: number): Range | null {
  if (pieces[last]!.lower === 'that') return null
  return pieces[last - 1]?.lower === 'of' ? { first: last - 2, last } : { first: last, last }
}

/** "Ghani, in response to the plan, said": over the parenthesis, which belongs to the source if it describes it. */
function subjectOverParenthesis(pieces: readonly Piece[], comma: number): Range | null {
  const mark = pieces[comma]!.lower
  let open = comma - 1
  for (let tries = 0; tries < 3; tries++) {
    while (open > 0 && comma - open < 60 && pieces[open]!.lower !== mark) open--
    if (open <= 0 || pieces[open]!.lower !== mark) break
    const phrase = nounPhraseBefore(pieces, open - 1)
    if (phrase !== null && (startsClause(pieces, phrase.first) || isTime(pieces[phrase.first - 1]))) {
      const last = describes(pieces, open + 1) ? comma : open - 1
      if (pieces[phrase.first - 1]?.lower !== ',' || (pieces[phrase.last]!.tags & PERSON) !== 0)
        return { first: phrase.first, last }
    }
    open--
  }
  return mark === ',' ? nounPhraseBefore(pieces, comma - 1) : null
}

/** "Blinken on Tuesday said", "Blinken remarked last week": over a few words of time and place. */
function subjectOverWords(pieces: readonly Piece[], last: number): Range | null {
  let at = last
  while (
    at > 0 &&
    last - at < 4 &&
    (isTime(pieces[at]) || isPreposition(pieces[at]) || /ly$/.test(pieces[at]!.lower))
  )
    at--
  return at === last || !endsNounPhrase(pieces[at]) ? null : nounPhraseBefore(pieces, at)
}

/** Whether the cue shares the subject of a verb before it ("and added"). */
export function isCoordinated(pieces: readonly Piece[], cue: CueGroup): boolean {
  return COORDINATING.has(pieces[cue.first - 1]?.lower ?? '')
}

/** The subject of the main clause between `from` and `before`: what its first finite verb has for a subject. */
export function clauseSubject(pieces: readonly Piece[], from: number, before: number): Range | null {
  for (let at = mainClause(pieces, from, before) + 1; at < before; at++) {
    const piece = pieces[at]!
    if (piece.quoted?.finished) return null
    if (!isVerb(piece) || piece.lower.endsWith('ing')) continue
    const last = at - 1
    const phrase =
      nounPhraseBefore(pieces, last) ??
      (pieces[last]?.lower === ',' ? subjectOverParenthesis(pieces, last) : subjectOverWords(pieces, last))
    if (phrase !== null) return phrase
  }
  return null
}

/** Past an opening "As the crowd began to chant," and its like. */
export function mainClause(pieces: readonly Piece[], from: number, before: number): number {
  if (!SUBORDINATE.test(pieces[from]?.lower ?? '')) return from
  const comma = pieces.findIndex((piece, at) => at > from && piece.lower === ',')
  return comma > 0 && comma < before ? comma + 1 : from
}
