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
export class FloatingJoiner {
  readonly drafts: (Draft & { content: Span[] })[] = []
  /** Index of the draft that a sentence in quotation marks, coming next, goes on with. */
  private current: number | null = null
  /** Whether it does so only in the same paragraph. */
  private isNear = false
  private previous: Unit | undefined

  /** Takes the next unit with its reports. */
  add(unit: Unit, reports: readonly Draft[]): void {
    const floating = reports.length === 0 ? floatingSpan(unit) : null
    if (floating === null) this.report(unit, reports)
    else this.goOn(unit, floating)
    this.previous = unit
  }

  private report(unit: Unit, reports: readonly Draft[]): void {
    const sure = openReport(unit, reports)
    this.isNear = sure === null && reports[0]?.type === 'speech'
    const open = this.isNear ? 0 : sure
    this.current = open === null ? null : this.drafts.length + open
    for (const report of reports) this.drafts.push({ ...report, content: [...report.content] })
  }

  private goOn(unit: Unit, floating: Span): void {
    if (this.current === null || (this.isNear && this.previous?.paragraph !== unit.paragraph)) {
      this.current = this.drafts.length
      const source = introducer(unit, this.previous)
      this.drafts.push({ type: 'speech', content: [], cue: [], source, addressee: null })
    }
    this.isNear = false
    this.drafts[this.current]!.content.push(floating)
  }
}

/** Index of the report that a sentence in quotation marks surely goes on with, wherever it stands. */
function openReport(unit: Unit, reports: readonly Draft[]): number | null {
  const announced = reports.findLastIndex(({ content }) => content.length === 0)
  if (announced >= 0) return announced
  const quoted = reports.findLastIndex(({ content }) => content.some(span => holdsSpeech(unit, span)))
  return quoted >= 0 ? quoted : null
}

const holdsSpeech = (unit: Unit, span: Span): boolean =>
  unit.pieces.some(piece => piece.quoted?.finished && piece.start >= span[0] && piece.end <= span[1])

/** The subject of the sentence before, if that is of the same paragraph and about somebody. */
function introducer(unit: Unit, previous: Unit | undefined): Span | null {
  if (previous === undefined || previous.paragraph !== unit.paragraph) return null
  const subject = clauseSubject(previous.pieces, 0, previous.pieces.length)
  if (subject === null || (previous.pieces[subject.last]!.tags & SOMEBODY) === 0) return null
  return [previous.pieces[subject.first]!.start, previous.pieces[subject.last]!.end]
}

/** The span of a unit that is nothing but a quotation long enough, or finished enough, to be speech. */
function floatingSpan({ pieces }: Unit): Span | null {
  const first = pieces.find(piece => piece.quoted !== null)
  if (first === undefined) return null
  if (pieces.some(piece => piece.quoted === null && /[\p{L}\p{N}]/u.test(piece.text))) return null
  const span: Span = [first.start, pieces.findLast(piece => piece.quoted !== null)!.end]
  return lengthOf(span) >= SHORTEST_SPEECH || first.quoted?.finished ? span : null
}
