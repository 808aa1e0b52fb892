import type { Span } from '../../span.js'
import type { Quotation } from '../quotation.js'
import { findMarked, type Marked } from '../quotation-marks.js'
import type { Token } from '../tokens.js'
import { findTurns, type Turn, type Turns } from '../transcript/turns.js'
import { FloatingJoiner } from './floating.js'
import { kindReader } from './kind.js'
import { nest } from './nesting.js'
import type { Range } from './noun-phrases.js'
import { findReports, type Report } from './reports.js'
import { isProperReport, isSecondHand } from './second-hand.js'
import { turnDraft } from './turn-drafts.js'
import { cutUnits, type Unit } from './units.js'

export interface QuotationInput {
  text: string
  paragraphs: readonly Span[]
  sentences: readonly Span[]
  tokens: readonly Token[]
  tags: Uint32Array
  /** Who speaks in a transcript, where that is known already. */
  turns?: Turns
  /** The stretches in quotation marks, where these are known already. */
  marked?: readonly Marked[]
}

/** A quotation before it is known what holds it. */
export type Draft = Omit<Quotation, 'kind' | 'outer'>

/**
 * Every quotation of an article, in order of its first content, with the words that report it and the words it is
 * credited to. Contents are disjoint or nested, and never run over their cue or source.
 */
export function findQuotations(input: QuotationInput): Quotation[] {
  const { text, paragraphs, sentences, tokens, tags, turns = findTurns(text, paragraphs) } = input
  const { marked = findMarked(text, paragraphs) } = input
  const joiner = new FloatingJoiner()
  const spoken = [...turns.values()].flatMap(turn => turnDraft(turn) ?? [])
  for (const unit of cutUnits(paragraphs, sentences, tokens, tags, marked)) {
    const reports = findReports(unit).map(report => draftOf(unit, report))
    const turn = turns.get(unit.paragraph)
    if (turn === undefined) joiner.add(unit, reports)
    else spoken.push(...reports.filter(report => isToldInTurn(text, report, turn)))
  }
  return nest([...spoken, ...joiner.drafts], kindReader(tokens, marked))
}

/** Whether it is what a turn of a transcript says that others said. */
const isToldInTurn = (text: string, report: Draft, { said }: Turn): boolean =>
  isProperReport(text, report) && isSecondHand(text, report, { content: [said] })

function draftOf({ pieces }: Unit, { cue, source, contents, addressee, type }: Report): Draft {
  const spanOf = ({ first, last }: Range): Span => [pieces[first]!.start, pieces[last]!.end]
  return {
    type,
    content: contents.map(spanOf),
    cue: [spanOf(cue)],
    source: source && spanOf(source),
    addressee: addressee && spanOf(addressee),
  }
}
