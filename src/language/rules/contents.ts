import { lengthOf } from '../../span.js'
import type { Marked } from '../quotation-marks.js'
import type { CueGroup } from './cue-groups.js'
import { isPreposition, isTime, isVerb, nounPhraseAfter, type Range, SUBJECTS } from './noun-phrases.js'
import { isStop } from './sources.js'
import type { Piece } from './units.js'

/** A content found after a cue, and the listener passed on the way to it. */
export interface After {
  content: Range
  addressee: Range | null
}

/**
 * What was said, after the cue (and, in inverted order, after its source): from `from` to `end` at most.
 * Null where nothing after the cue can be what was said.
 */
export function contentAfter(
  pieces: readonly Piece[],
  cue: CueGroup,
  from: number,
  end: number,
): After | null {
  const addressee = cue.verb.told ? listenerAt(pieces, from, end) : null
  const start = addressee === null ? from : addressee.last + 1
  const direct = quoteStart(pieces, start)
  if (direct !== null) return finish(pieces, direct, end, addressee)
  const skipped = skipCircumstances(pieces, start, end)
  const marked = quoteStart(pieces, skipped) ?? (pieces[skipped]?.lower === 'that' ? skipped : null)
  if (
    marked !== null &&
    !(cue.verb.complement === 'object' && marked !== start && pieces[marked]!.lower === 'that')
  )
    return finish(pieces, marked, end, addressee)
  const bare = bareStart(pieces, cue, start, skipped, end)
  return bare === null ? null : finish(pieces, bare, end, addressee)
}

const finish = (
  pieces: readonly Piece[],
  first: number,
  end: number,
  addressee: Range | null,
): After | null => {
  const content = trim(pieces, { first, last: rightEnd(pieces, first, end) })
  return content === null ? null : { content, addressee }
}

/** The listener of "told reporters that": only where words are left to be what was said. */
function listenerAt(pieces: readonly Piece[], from: number, end: number): Range | null {
  const phrase = /^(?:him|her|them|me|us|you)$/.test(pieces[from]?.lower ?? '')
    ? { first: from, last: from }
    : nounPhraseAfter(pieces, from)
  if (phrase === null || phrase.last >= end || SUBJECTS.has(pieces[phrase.first]!.lower)) return null
  const next = pieces[phrase.last + 1]!
  return isVerb(next) && !isPreposition(next) && next.lower !== 'that' ? null : phrase
}

/** A stretch in quotation marks or a colon at `at`, perhaps after a comma. */
function quoteStart(pieces: readonly Piece[], at: number): number | null {
  const piece = pieces[at]
  if (piece?.lower === ':' || piece?.lower === ',') {
    const next = pieces[at + 1]
    if (piece.lower === ':' && next !== undefined) return at + 1
    return next !== undefined && next.quoted !== null ? at + 1 : null
  }
  return piece !== undefined && piece.quoted !== null ? at : null
}

/** Over "on Tuesday", "in an interview with the paper", ", however,". */
function skipCircumstances(pieces: readonly Piece[], start: number, end: number): number {
  let at = start
  for (let tries = 0; tries < 6 && at <= end; tries++) {
    const piece = pieces[at]!
    if (isTime(piece)) at++
    else if (isPreposition(piece)) {
      const phrase = nounPhraseAfter(pieces, at + 1)
      if (phrase === null) return at
      at = phrase.last + 1
    } else return at
  }
  return at
}

function bareStart(
  pieces: readonly Piece[],
  cue: CueGroup,
  start: number,
  skipped: number,
  end: number,
): number | null {
  const first = pieces[start]
  if (first === undefined || start > end || isStop(first)) return null
  if (cue.verb.complement === 'object') return start
  if (isPreposition(first) && skipped > start) {
    const rest = pieces[skipped]
    return rest !== undefined &&
      skipped <= end &&
      !isStop(rest) &&
      hasVerb(pieces, skipped, end) &&
      rest.lower !== 'and'
      ? skipped
      : null
  }
  const from = isTime(first) ? skipped : start
  if (from > end || isStop(pieces[from])) return null
  if (cue.verb.complement === 'doubtful' && !isClause(pieces, from, end)) return null
  return from
}

const hasVerb = (pieces: readonly Piece[], from: number, end: number): boolean => {
  for (let at = from; at <= end && at < from + 40; at++) if (isVerb(pieces[at]!)) return true
  return false
}

/** Whether a clause with a subject and a verb of its own begins at `from`. */
function isClause(pieces: readonly Piece[], from: number, end: number): boolean {
  if (/^(?:how|what|why|whether|if|where|when|who)$/.test(pieces[from]!.lower)) return true
  const phrase = nounPhraseAfter(pieces, from)
  if (phrase === null || phrase.last >= end) return false
  const next = pieces[phrase.last + 1]!
  return isVerb(next) && !/(?:ing|ed)$/.test(next.lower)
}

/** Where a content that begins at `first` ends: a long quotation that a comma closes ends it. */
function rightEnd(pieces: readonly Piece[], first: number, end: number): number {
  for (let at = first; at < end; at++) {
    const { quoted } = pieces[at]!
    if (quoted === null) continue
    const next = pieces[at + 1]!
    if (next.quoted !== null || !endsSpeech(quoted)) continue
    if (!/^(?:and|or|but|,)$/.test(next.lower)) return at
  }
  return end
}

const endsSpeech = (quoted: Marked): boolean => quoted.finished && lengthOf(quoted.inner) > 24

/** Without marks at either end that belong to the sentence. */
export function trim(pieces: readonly Piece[], { first, last }: Range): Range | null {
  let from = first
  let to = last
  while (to >= from && pieces[to]!.quoted === null && /^[.,;:–—-]+$/u.test(pieces[to]!.text)) to--
  while (from <= to && pieces[from]!.quoted === null && /^[.,;:–—-]+$/u.test(pieces[from]!.text)) from++
  return from <= to ? { first: from, last: to } : null
}

/** What was said, before the cue and its source: the clause from `from` up to the comma or quotation before `edge`. */
export function contentBefore(pieces: readonly Piece[], from: number, edge: number): Range | null {
  const before = pieces[edge - 1]
  if (before === undefined || edge <= from) return null
  if (before.quoted === null && before.lower !== ',' && !/^[-–—?!]+$/u.test(before.text)) return null
  let first = from
  if (before.quoted !== null || pieces[edge - 2]?.quoted != null) {
    // A quotation alone is the content; with words before it, the sentence is.
    first = firstOfQuoted(pieces, from, before.quoted !== null ? edge - 1 : edge - 2)
  }
  return trim(pieces, { first, last: edge - 1 })
}

function firstOfQuoted(pieces: readonly Piece[], from: number, quote: number): number {
  let first = quote
  while (first > from && pieces[first - 1]!.quoted !== null) first--
  if (first === from) return first
  return from
}

/** Whether the words hold a verb or a quotation, as a clause does. */
export const clauseLike = (pieces: readonly Piece[], { first, last }: Range): boolean => {
  for (let at = first; at <= last; at++) if (isVerb(pieces[at]!) || pieces[at]!.quoted !== null) return true
  return false
}
