import type { AttributionType } from '../analysis.js'
import { accordingTo } from './according-to.js'
import { clauseLike, contentAfter, contentBefore, trim } from './contents.js'
import { type CueGroup, findCueGroups } from './cue-groups.js'
import { findDirectSpeech } from './direct-speech.js'
import { isProper, nounPhraseAfter, nounPhraseBefore, type Range } from './noun-phrases.js'
import {
  clauseSubject,
  invertedSource,
  isCoordinated,
  isStop,
  mainClause,
  SUBORDINATE,
  subjectBefore,
} from './sources.js'
import type { Piece, Unit } from './units.js'

/** One report within a unit; every range counts its pieces. */
export interface Report {
  cue: Range
  source: Range | null
  contents: Range[]
  addressee: Range | null
  type: AttributionType
}

/** A cue with its source; `first` is where its clause begins, with the conjunction that joins it. */
interface Clause {
  cue: CueGroup
  source: Range | null
  inverted: boolean
  /** Source and cue together. */
  core: Range
}

/** Every report of a unit that its cues, colons and "according to" show. */
export function findReports(unit: Unit): Report[] {
  const { pieces } = unit
  const clauses = findClauses(pieces, findCueGroups(unit))
  const reports = clauses.flatMap((_, index) => reportOf(pieces, clauses, index) ?? [])
  const known = [...reports, ...accordingTo(pieces)]
  return [...known, ...findDirectSpeech(pieces, known)].sort((a, b) => a.cue.first - b.cue.first)
}

function findClauses(pieces: readonly Piece[], groups: readonly CueGroup[]): Clause[] {
  const clauses: Clause[] = []
  for (const cue of groups) {
    if (cue.head <= (clauses.at(-1)?.core.last ?? -1)) continue
    const inverted = invertedSource(pieces, cue)
    const source = inverted ?? sourceOf(pieces, cue, clauses)
    if (source === null && cue.voice !== 'passive') continue
    clauses.push({ cue, source, inverted: inverted !== null, core: coreOf(pieces, cue, source, inverted) })
  }
  return clauses
}

/** Cue and source where they stand together; the cue alone where it shares its subject with another. */
function coreOf(
  pieces: readonly Piece[],
  cue: CueGroup,
  source: Range | null,
  inverted: Range | null,
): Range {
  if (inverted !== null) return { first: cue.first, last: inverted.last }
  if (source === null || cue.voice !== 'finite' || isCoordinated(pieces, cue))
    return { first: cue.first, last: cue.last }
  return { first: Math.min(source.first, cue.first), last: cue.last }
}

function sourceOf(pieces: readonly Piece[], cue: CueGroup, clauses: readonly Clause[]): Range | null {
  if (cue.voice === 'passive') return agentOf(pieces, cue)
  if (cue.voice === 'participle' || isCoordinated(pieces, cue)) {
    return ownSubject(pieces, cue) ?? sharedSubject(pieces, cue, clauses)
  }
  return subjectBefore(pieces, cue) ?? null
}

/** "with Senator Lee calling it a mess". */
function ownSubject(pieces: readonly Piece[], cue: CueGroup): Range | null {
  if (cue.voice !== 'participle') return null
  const subject = nounPhraseBefore(pieces, cue.first - 1)
  if (subject === null || !isProper(pieces[subject.last]!)) return null
  return /^(?:with|and|[–—,-]+)$/.test(pieces[subject.first - 1]?.lower ?? '') ? subject : null
}

/** The subject that a participle or a coordinated verb takes over from the clauses before it. */
function sharedSubject(pieces: readonly Piece[], cue: CueGroup, clauses: readonly Clause[]): Range | null {
  const main = mainClause(pieces, 0, cue.first)
  let at = clauses.length - 1
  if (cue.voice === 'participle') while (at > 0 && !opensClause(pieces, clauses[at]!)) at--
  const shared = clauses[at]?.source ?? null
  const usable =
    shared !== null &&
    clauses[at]!.core.first >= main &&
    !/^(?:who|which|whom)$/.test(pieces[shared.last]!.lower)
  return usable ? shared : (clauseSubject(pieces, 0, cue.first) ?? shared)
}

/** Whether a clause stands beside the one before it rather than within it: ", but he said". */
const opensClause = (pieces: readonly Piece[], { core }: Clause): boolean =>
  /^(?:and|but|while|although|though|;)$/.test(pieces[core.first - 1]?.lower ?? '')

/** "by the ministry" after a passive cue. */
function agentOf(pieces: readonly Piece[], cue: CueGroup): Range | null {
  for (let at = cue.last + 1; at < Math.min(pieces.length, cue.last + 6); at++) {
    if (pieces[at]!.lower === 'by') return nounPhraseAfter(pieces, at + 1)
  }
  return null
}

function reportOf(pieces: readonly Piece[], clauses: readonly Clause[], index: number): Report | null {
  const clause = clauses[index]!
  const { cue, source } = clause
  if (cue.voice === 'passive') return passiveReport(pieces, clause, endOf(pieces, clauses, index))
  const end = endOf(pieces, clauses, index)
  const from = startOf(clauses, index)
  const before = leftContent(pieces, clause, from)
  const start = clause.inverted && source !== null ? source.last + 1 : cue.last + 1
  const after = contentAfter(pieces, cue, start, end)
  const contents = choose(pieces, clause, before, after?.content ?? null)
  if (contents.length === 0 && !announces(pieces, start)) return null
  return {
    cue: { first: cue.first, last: cue.last },
    source,
    contents,
    addressee: after?.addressee ?? null,
    type: cue.verb.type,
  }
}

/** "He declared:" with what he declared in the next paragraph. */
const announces = (pieces: readonly Piece[], at: number): boolean =>
  pieces[at]?.lower === ':' && at === pieces.length - 1

function leftContent(pieces: readonly Piece[], clause: Clause, from: number): Range | null {
  if (clause.cue.voice === 'participle' || clause.cue.verb.complement === 'object') return null
  if (clause.source !== null && clause.source.first < clause.core.first && !clause.inverted) return null
  return contentBefore(pieces, from, clause.core.first)
}

/** Which of the words before and after a cue are what was said; both where the cue stands between two commas. */
function choose(
  pieces: readonly Piece[],
  clause: Clause,
  before: Range | null,
  after: Range | null,
): Range[] {
  if (before === null) return after === null ? [] : [after]
  if (after !== null && isCircumstance(pieces, before) && pieces[after.first]!.quoted !== null) return [after]
  const quotedBefore = pieces[before.last]!.quoted !== null
  const quotedAfter = after !== null && pieces[after.first]!.quoted !== null
  const next = pieces[clause.inverted && clause.source ? clause.source.last + 1 : clause.cue.last + 1]
  if (quotedBefore) return quotedAfter ? [before, after] : [before]
  if (after !== null && next?.lower !== ',') return [after]
  const tail = after ?? (next?.lower === ',' ? tailAfter(pieces, clause) : null)
  if (!clauseLike(pieces, before) && (tail === null || !clauseLike(pieces, tail))) return []
  return tail === null ? [before] : [before, tail]
}

/** "Asked about it," or "After the match,": words before a cue that are the article's own. */
const isCircumstance = (pieces: readonly Piece[], { first, last }: Range): boolean =>
  SUBORDINATE.test(pieces[first]!.lower) && pieces[last]!.quoted === null

/** The rest of a sentence that a cue between commas interrupts. */
function tailAfter(pieces: readonly Piece[], clause: Clause): Range | null {
  const first = clause.core.last + 2
  const piece = pieces[first]
  if (
    piece === undefined ||
    piece.lower.endsWith('ing') ||
    /^(?:but|while|who|which|and|as|when|after|where)$/.test(piece.lower)
  )
    return null
  return trim(pieces, { first, last: pieces.length - 1 })
}

/** The last piece that the content of a clause may hold: before the next clause that does not belong to it. */
function endOf(pieces: readonly Piece[], clauses: readonly Clause[], index: number): number {
  for (let next = index + 1; next < clauses.length; next++) {
    const { core, cue } = clauses[next]!
    if (core.first <= clauses[index]!.core.last) continue
    const link =
      cue.first > 0 && (cue.voice === 'participle' || isCoordinated(pieces, cue))
        ? cue.first - 1
        : core.first - 1
    const word = pieces[link]?.lower ?? ''
    if (cue.voice === 'participle' && word === ',') return link - 1
    if (word === ';') return link - 1
    if (/^(?:and|but|while|although|though|whereas|as)$/.test(word)) {
      const comma = pieces[link - 1]?.lower === ','
      if (comma || isCoordinated(pieces, cue)) return comma ? link - 2 : link - 1
    }
  }
  return pieces.length - 1
}

/** Where the words before a cue may begin: after the clause before it. */
function startOf(clauses: readonly Clause[], index: number): number {
  const previous = clauses[index - 1]
  return previous === undefined ? 0 : previous.core.last + 1
}

/** The subject of a passive cue is what was said, or who was told or quoted. */
function passiveReport(pieces: readonly Piece[], { cue, source }: Clause, end: number): Report | null {
  const subject = subjectBefore(pieces, cue)
  const start = source !== null ? source.last + 1 : cue.last + 1
  const rest = start > end || isStop(pieces[start]) ? null : trim(pieces, { first: start, last: end })
  const report = { cue, source, addressee: null, type: cue.verb.type }
  if (cue.verb.lemma === 'quote') return rest && subject && { ...report, source: subject, contents: [rest] }
  if (rest === null) return source && subject && { ...report, contents: [subject] }
  const empty = subject === null || cue.verb.told || pieces[subject.first]!.lower === 'it'
  return { ...report, contents: empty ? [rest] : [subject, rest] }
}
