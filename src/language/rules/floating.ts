import { lengthOf, type Span } from '../../span.js'
import { tagBits } from '../tagger.js'
import type { Draft } from './find-quotations.js'
import { clauseSubject } from './sources.js'
import type { Unit } from './units.js'

/** Shorter stretches that nobody is credited with are terms, titles or irony. */
const SHORTEST_SPEECH = 25
const SOMEBODY = tagBits('ProperNoun', 'Person', 'Pronoun', 'Actor', 'Organization', 'FirstName', 'LastName')

/**
 * Adds the quotations that stand alone: a sentence wholly in quotation marks goes on with what was just reported, or
 * belongs to the subject of the sentence before it; without either it has no source. Reports that only announce a
 * quotation ("He declared:") get theirs.
 */
export function joinFloating(units: readonly Unit[], drafts: readonly (readonly Draft[])[]): Draft[] {
  const found: (Draft & { content: Span[] })[] = []
  let current: number | null = null
  for (const [index, unit] of units.entries()) {
    const reports = drafts[index] ?? []
    const floating = reports.length === 0 ? floatingSpan(unit) : null
    if (floating === null) {
      const open = openReport(unit, reports, units[index + 1])
      current = open === null ? null : found.length + open
      found.push(...reports.map(report => ({ ...report, content: [...report.content] })))
      continue
    }
    if (current === null) {
      current = found.length
      found.push({
        type: 'speech',
        content: [],
        cue: [],
        source: introducer(unit, units[index - 1]),
        addressee: null,
      })
    }
    found[current]!.content.push(floating)
  }
  return found
}

/** Index of the report that a sentence in quotation marks, coming next, goes on with. */
function openReport(unit: Unit, reports: readonly Draft[], next: Unit | undefined): number | null {
  const announced = reports.findLastIndex(({ content }) => content.length === 0)
  if (announced >= 0) return announced
  const quoted = reports.findLastIndex(({ content }) => content.some(span => holdsSpeech(unit, span)))
  if (quoted >= 0) return quoted
  return next?.paragraph === unit.paragraph && reports[0]?.type === 'speech' ? 0 : null
}

const holdsSpeech = (unit: Unit, span: Span): boolean =>
  unit.pieces.some(piece => piece.quoted?.finished && piece.span[0] >= span[0] && piece.span[1] <= span[1])

/** The subject of the sentence before, if that is of the same paragraph and about somebody. */
function introducer(unit: Unit, previous: Unit | undefined): Span | null {
  if (previous === undefined || previous.paragraph !== unit.paragraph) return null
  const subject = clauseSubject(previous.pieces, 0, previous.pieces.length)
  if (subject === null || (previous.pieces[subject.last]!.tags & SOMEBODY) === 0) return null
  return [previous.pieces[subject.first]!.span[0], previous.pieces[subject.last]!.span[1]]
}

/** The span of a unit that is nothing but a quotation long enough, or finished enough, to be speech. */
function floatingSpan({ pieces }: Unit): Span | null {
  const quoted = pieces.filter(piece => piece.quoted !== null)
  const first = quoted[0]
  const last = quoted.at(-1)
  if (first === undefined || last === undefined) return null
  if (pieces.some(piece => piece.quoted === null && /[\p{L}\p{N}]/u.test(piece.text))) return null
  const span: Span = [first.span[0], last.span[1]]
  return lengthOf(span) >= SHORTEST_SPEECH || first.quoted?.finished ? span : null
}
