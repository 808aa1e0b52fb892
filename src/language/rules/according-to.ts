import { clauseLike, trim } from './contents.js'
import { nounPhraseAfter, type Range } from './noun-phrases.js'
import type { Report } from './reports.js'
import type { Piece } from './units.js'

const CUES = [
  ['according', 'to'],
  ['in', 'the', 'words', 'of'],
]

/** "According to the report, …", "…, according to the report", "In the words of Ann Lee, …". */
export function accordingTo(pieces: readonly Piece[]): Report[] {
  return pieces.flatMap((_, at) => {
    const words = CUES.find(cue => cue.every((word, index) => pieces[at + index]?.lower === word))
    return words === undefined ? [] : (reportAt(pieces, { first: at, last: at + words.length - 1 }) ?? [])
  })
}

function reportAt(pieces: readonly Piece[], cue: Range): Report | null {
  const phrase = nounPhraseAfter(pieces, cue.last + 1)
  if (phrase === null) return null
  const before = cue.first > 0 ? trim(pieces, { first: 0, last: cue.first - 1 }) : null
  if (before !== null && clauseLike(pieces, before)) {
    const source = { first: phrase.first, last: sourceEnd(pieces, phrase.last) }
    return { cue, source, contents: [before], addressee: null, type: 'speech' }
  }
  const comma = pieces.findIndex((piece, index) => index > phrase.last && piece.lower === ',')
  const after = comma < 0 ? null : trim(pieces, { first: comma + 1, last: pieces.length - 1 })
  if (after === null) return null
  const source = { first: phrase.first, last: comma - 1 }
  return { cue, source, contents: [after], addressee: null, type: 'speech' }
}

/** The source of a final "according to" runs to the end of its clause. */
function sourceEnd(pieces: readonly Piece[], last: number): number {
  let end = last
  while (end + 1 < pieces.length && !endsSource(pieces, end + 1)) end++
  return end
}

const endsSource = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]!.quoted !== null ||
  /^[.;:!?]$/.test(pieces[at]!.text) ||
  (pieces[at]!.lower === ',' && !/^(?:a|an|the|who|which)$/.test(pieces[at + 1]?.lower ?? ''))
