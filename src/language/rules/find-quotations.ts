import type { Span } from '../../span.js'
import type { Quotation } from '../quotation.js'
import { findMarked } from '../quotation-marks.js'
import type { Token } from '../tokens.js'
import { findTurns, type Turns } from '../transcript/turns.js'
import { joinFloating } from './floating.js'
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
}

/** A quotation before it is known what holds it. */
export type Draft = Omit<Quotation, 'kind' | 'outer'>

/**
 * Every quotation of an article, in order of its first content, with the words that report it and the words it is
 * credited to. Contents are disjoint or nested, and never run over their cue or source.
 */
export function findQuotations(input: QuotationInput): Quotation[] {
  const { text, paragraphs, sentences, tokens, tags, turns = findTurns(text, paragraphs) } = input
  const marked = findMarked(text, paragraphs)
  const units = cutUnits(paragraphs, sentences, tokens, tags, marked)
  const told = units.filter(unit => !turns.has(unit.paragraph))
  const drafts = told.map(unit => findReports(unit).map(report => draftOf(unit, report)))
  const joined = [...spokenDrafts(text, units, turns), ...joinFloating(told, drafts)]
  const kindOf = kindReader(tokens, marked)
  return nest(joined).map(quotation => ({
    ...quotation,
    kind: quotation.isTurn ? 'direct' : kindOf(quotation.content),
  }))
}

/** The turns of a transcript, and what they say that others said. */
function spokenDrafts(text: string, units: readonly Unit[], turns: Turns): Draft[] {
  const spoken = [...turns.values()].flatMap(turn => turnDraft(turn) ?? [])
  const reported = units.flatMap(unit => {
    const turn = turns.get(unit.paragraph)
    if (turn === undefined) return []
    const reports = findReports(unit).map(report => draftOf(unit, report))
    return reports.filter(
      report => isProperReport(text, report) && isSecondHand(text, report, { content: [turn.said] }),
    )
  })
  return [...spoken, ...reported]
}

function draftOf({ pieces }: Unit, { cue, source, contents, addressee, type }: Report): Draft {
  const spanOf = ({ first, last }: Range): Span => [pieces[first]!.span[0], pieces[last]!.span[1]]
  return {
    type,
    content: contents.map(spanOf),
    cue: [spanOf(cue)],
    source: source && spanOf(source),
    addressee: addressee && spanOf(addressee),
  }
}
