import type { Span } from '../../span.js'

const NOTE = /^(?:[([{][^()[\]{}]{0,120}[)\]}][.\s]*)+$/u
const RULE = /^[^\p{L}\p{N}]*$/u
const CLOSING =
  /^(?:[-–—\s]*END[-–—\s]*(?:\d|$)|©|Copyright\b|Transcript(?:ion)? (?:by|provided|courtesy)|Content and programming|\(?[Hh]\/[Tt]\b|Follow (?:us|me|\p{Lu}[^.:!?]{0,40}?) on (?:Twitter|X|Facebook|Instagram|Threads|Bluesky)\b)/u

/** "[applause]", "(CROSSTALK)", a time or a rule alone in a paragraph: nobody says it. */
export function isNote(text: string, span: Span): boolean {
  if (span[1] - span[0] > 240) return false
  const words = text.slice(...span)
  return (
    NOTE.test(words) ||
    RULE.test(words) ||
    /^\[?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s*-->.*)?\]?$/u.test(words) ||
    /^\d+$/u.test(words)
  )
}

/** "END 3:05 P.M.", "Transcript by …", "Follow Ann Ode on Twitter": the talk is over. */
export const isClosing = (text: string, [start, end]: Span): boolean =>
  CLOSING.test(text.slice(start, Math.min(end, start + 80)))

/** A few words, all with capitals, that no full stop ends. */
export function isHeading(text: string, span: Span): boolean {
  if (span[1] - span[0] > 90) return false
  const line = text.slice(...span)
  if (/[.?!…,;"”:)—–-]$/u.test(line)) return false
  const words = line.split(/\s+/u).filter(word => /^\p{L}{4}/u.test(word))
  return (
    words.length > 0 && words.every(word => /^\p{Lu}/u.test(word)) && /\p{Ll}/u.test(line) && /\s/u.test(line)
  )
}

/** What is said without the notes before and after it: "(through translator) Thank you. (APPLAUSE)". */
export function withoutNotes(text: string, [start, end]: Span): Span {
  let from = start
  let to = end
  for (;;) {
    const note = /^\s*[([][^()[\]]{1,60}[)\]]\s*/u.exec(text.slice(from, Math.min(to, from + 80)))?.[0]
    if (note === undefined || !isDirection(note)) break
    from += note.length
  }
  for (;;) {
    const ending = text.slice(Math.max(from, to - 80), to)
    const note = /\s*[([][^()[\]]{1,60}[)\]][.\s]*$/u.exec(ending)?.[0]
    if (note === undefined || !isDirection(note)) break
    to -= note.length
  }
  return to > from ? [from, to] : [start, start]
}

/** In capitals or in square brackets, or a word for a noise; not "(and I mean this)". */
const isDirection = (note: string): boolean =>
  /^\s*\[/u.test(note) ||
  !/\p{Ll}/u.test(note) ||
  /(?:laugh|applau|cheer|crosstalk|inaudible|pause|translat|interpret|music|boo|chuckl|ph\b|sic\b|off[- ]mic|video|clip|sigh|foreign|spanish)/iu.test(
    note,
  )
