import type { Span } from '../../span.js'
import type { Quotation } from '../quotation.js'
import { findMarked } from '../quotation-marks.js'
import type { Token } from '../tokens.js'
import { joinFloating } from './floating.js'
import { kindReader } from './kind.js'
import { nest } from './nesting.js'
import type { Range } from './noun-phrases.js'
import { findReports, type Report } from './reports.js'
import { findTranscript } from './transcript.js'
import { cutUnits, type Unit } from './units.js'

export interface QuotationInput {
  text: string
  paragraphs: readonly Span[]
  sentences: readonly Span[]
  tokens: readonly Token[]
  tags: Uint32Array
}

/** A quotation before it is known what holds it. */
export type Draft = Omit<Quotation, 'kind' | 'outer'>

/**
 * Every quotation of an article, in order of its first content, with the words that report it and the words it is
 * credited to. Contents are disjoint or nested, and never run over their cue or source.
 */
export function findQuotations({ text, paragraphs, sentences, tokens, tags }: QuotationInput): Quotation[] {
  const marked = findMarked(text, paragraphs)
  const units = cutUnits(paragraphs, sentences, tokens, tags, marked)
  const transcript = findTranscript(text, paragraphs)
  const told = units.filter(unit => !transcript.has(unit.paragraph))
  const drafts = told.map(unit => findReports(unit).map(report => draftOf(unit, report)))
  const joined = [...transcript.values(), ...joinFloating(told, drafts)]
  const kindOf = kindReader(tokens, marked)
  return nest(joined).map(quotation => ({ ...quotation, kind: kindOf(quotation.content) }))
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
