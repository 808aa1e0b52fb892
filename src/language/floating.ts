import { lengthOf, type Span } from '../span.js'
import type { Draft } from './find-quotations.js'
import type { Unit } from './units.js'

/** Shorter stretches that nobody is credited with are terms, titles or irony. */
const SHORTEST_SPEECH = 25

/**
 * Adds the quotations that stand alone: a sentence wholly in quotation marks goes on with what was just quoted, in its
 * own paragraph or over an open mark from the paragraph before; without such a neighbour it stays without a source.
 */
export function joinFloating(
  text: string,
  paragraphs: readonly Span[],
  units: readonly Unit[],
  drafts: readonly Draft[][],
): Draft[] {
  const found: Draft[] = []
  let current: { draft: Draft; paragraph: number } | null = null
  const waiting: Span[] = []
  for (const [index, unit] of units.entries()) {
    const reports = drafts[index] ?? []
    const direct = reports.filter(report => report.content.some(span => isQuotedIn(unit, span)))
    if (reports.length > 0) {
      found.push(...reports)
      const last = direct.at(-1)
      current = last === undefined ? null : { draft: last, paragraph: unit.paragraph }
      continue
    }
    const floating = floatingSpan(unit)
    if (floating === null) {
      if (unit.paragraph !== current?.paragraph) current = null
      continue
    }
    const goesOn = current !== null && (current.paragraph === unit.paragraph || continuesFrom(unit))
    if (goesOn && current !== null) {
      const at = found.indexOf(current.draft)
      const draft: Draft = { ...current.draft, content: [...current.draft.content, floating] }
      found[at] = draft
      current = { draft, paragraph: unit.paragraph }
    } else {
      const draft: Draft = { type: 'speech', content: [floating], cue: [], source: null, addressee: null }
      found.push(draft)
      current = { draft, paragraph: unit.paragraph }
    }
  }
  void text
  void paragraphs
  void waiting
  return found
}

const isQuotedIn = (unit: Unit, span: Span): boolean =>
  unit.pieces.some(piece => piece.quoted !== null && piece.span[0] >= span[0] && piece.span[1] <= span[1])

const continuesFrom = (unit: Unit): boolean => unit.pieces[0]?.quoted?.continues === true

/** The span of a unit that is nothing but a quotation long enough to be speech. */
function floatingSpan(unit: Unit): Span | null {
  const quoted = unit.pieces.filter(piece => piece.quoted !== null)
  const first = quoted[0]
  const last = quoted.at(-1)
  if (first === undefined || last === undefined) return null
  if (unit.pieces.some(piece => piece.quoted === null && /[\p{L}\p{N}]/u.test(piece.text))) return null
  const span: Span = [first.span[0], last.span[1]]
  return lengthOf(span) >= SHORTEST_SPEECH || first.quoted?.finished ? span : null
}
