import { isProper, isVerb, nounPhraseAfter, nounPhraseBefore, type Range } from './noun-phrases.js'
import type { Report } from './reports.js'
import { clauseSubject, isStop } from './sources.js'
import type { Piece } from './units.js'

/**
 * Reports that their marks show though no known verb does: “…,” he deadpanned; he reacted coolly, “…”; Ann Lee: “…”;
 * and the announcement of a quotation in the next paragraph ("He issued a statement:"), which has no content yet.
 */
export function findDirectSpeech(pieces: readonly Piece[], known: readonly Report[]): Report[] {
  const claimed = (at: number) =>
    known.some(report => report.contents.some(({ first, last }) => first <= at && at <= last))
  const found: Report[] = []
  for (const [at, piece] of pieces.entries()) {
    if (!piece.quoted?.finished || claimed(at) || pieces[at - 1]?.quoted) continue
    const report = reportAfter(pieces, at) ?? reportBefore(pieces, at, found.at(-1)?.cue.last ?? -1)
    if (report !== null) found.push(report)
  }
  const end = pieces.length - 1
  const announces = pieces[end]?.lower === ':' && !known.some(({ cue }) => end - cue.last < 12)
  const opening = announces ? reportBefore(pieces, end + 1, -1) : null
  return opening === null ? found : [...found, { ...opening, contents: [] }]
}

/** A subject and any verb straight after the quotation. */
function reportAfter(pieces: readonly Piece[], quote: number): Report | null {
  const source = nounPhraseAfter(pieces, quote + 1)
  const verb = source === null ? undefined : pieces[source.last + 1]
  if (source === null || verb === undefined || !isVerb(verb) || !isSpeaker(pieces, source)) return null
  const at = source.last + 1
  return reportOf({ first: at, last: at }, source, { first: quote, last: quote })
}

/** The clause before ", “…" or ": “…". */
function reportBefore(pieces: readonly Piece[], quote: number, after: number): Report | null {
  const mark = pieces[quote - 1]?.lower
  if (mark !== ':' && mark !== ',') return null
  const last = lastOfRun(pieces, quote)
  const source = clauseSubject(pieces, after + 1, quote - 1)
  if (source === null) return mark === ':' ? byline(pieces, quote, last) : null
  if (mark === ',' && !isSpeaker(pieces, source)) return null
  const first = source.last + 1
  const cueLast = mark === ':' ? quote - 2 : first
  if (cueLast < first || cueLast - first > 12 || isStop(pieces[first])) return null
  return reportOf({ first, last: cueLast }, source, { first: quote, last })
}

/** "Ann Lee: “…”": the colon is the cue. */
function byline(pieces: readonly Piece[], quote: number, last: number): Report | null {
  const source = nounPhraseBefore(pieces, quote - 2)
  if (source === null) return null
  return reportOf({ first: quote - 1, last: quote - 1 }, source, { first: quote, last })
}

function lastOfRun(pieces: readonly Piece[], quote: number): number {
  let last = quote
  while (pieces[last + 1]?.quoted) last++
  return last
}

const isSpeaker = (pieces: readonly Piece[], { first, last }: Range): boolean =>
  isProper(pieces[last]!) || /^(?:he|she|they|we|i|one|a|an|the|another)$/.test(pieces[first]!.lower)

const reportOf = (cue: Range, source: Range, content: Range): Report => ({
  cue,
  source,
  contents: [content],
  addressee: null,
  type: 'speech',
})
