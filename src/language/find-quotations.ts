import type { Span } from '../span.js'
import type { QuotationKind } from './analysis.js'
import { joinFloating } from './floating.js'
import { nest } from './nesting.js'
import type { Range } from './noun-phrases.js'
import type { Quotation } from './quotation.js'
import { findMarked, type Marked } from './quotation-marks.js'
import { findReports, type Report } from './reports.js'
import type { Token } from './tokens.js'
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
  const drafts = units.map(unit => findReports(unit).map(report => draftOf(unit, report)))
  const joined = joinFloating(units, drafts)
  return nest(joined).map(quotation => ({ ...quotation, kind: kindOf(text, quotation.content, marked) }))
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

/** By the words within quotation marks: all, some or none. */
export function kindOf(text: string, content: readonly Span[], marked: readonly Marked[]): QuotationKind {
  let inside = 0
  let outside = 0
  for (const [start, end] of content) {
    let at = start
    for (const { span } of stretchesIn(marked, start, end)) {
      outside += wordsIn(text, at, span[0])
      inside += wordsIn(text, Math.max(at, span[0]), Math.min(span[1], end))
      at = Math.max(at, span[1])
    }
    outside += wordsIn(text, at, end)
  }
  if (inside === 0) return 'indirect'
  return outside === 0 ? 'direct' : 'mixed'
}

function* stretchesIn(marked: readonly Marked[], start: number, end: number): Iterable<Marked> {
  let low = 0
  let high = marked.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (marked[middle]!.span[0] < start) low = middle + 1
    else high = middle
  }
  // The stretch that began before may reach in.
  for (let at = Math.max(0, low - 3); at < marked.length && marked[at]!.span[0] < end; at++) {
    if (marked[at]!.depth === 0 && marked[at]!.span[1] > start) yield marked[at]!
  }
}

const wordsIn = (text: string, start: number, end: number): number =>
  end > start ? (text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0
