import { contains, overlaps, type Span } from '../span.js'
import type { AttributionModel } from './attribution-model.js'
import { type Draft, kindOf, type QuotationInput } from './find-quotations.js'
import { findLearned } from './learned-quotations.js'
import { nest } from './nesting.js'
import type { Quotation } from './quotation.js'
import { findMarked } from './quotation-marks.js'

/** The quotations of an article by model and rules together; `ruled` are those that the rules found. */
export function improveQuotations(
  { text, paragraphs, sentences, tokens }: QuotationInput,
  ruled: readonly Quotation[],
  model: AttributionModel,
): Quotation[] {
  const marked = findMarked(text, paragraphs)
  const learned = findLearned(tokens, sentences, marked, model)
  const drafts = mergeQuotations(learned, ruled)
  return nest(drafts).map(quotation => ({ ...quotation, kind: kindOf(text, quotation.content, marked) }))
}

/**
 * The model's quotations, with what the rules know better: marked quotations that the model missed, second-hand speech
 * within a content, and whom a source told.
 */
export function mergeQuotations(learned: readonly Draft[], ruled: readonly Quotation[]): Draft[] {
  const known = learned
    .filter(draft => draft.cue.length > 0 || draft.type === 'speech')
    .map(draft => ({ ...draft, addressee: addresseeOf(draft, ruled) }))
  return [...known, ...ruled.filter(quotation => adds(quotation, known))]
}

function addresseeOf(draft: Draft, ruled: readonly Quotation[]): Span | null {
  const same = ruled.find(
    other => other.addressee !== null && other.cue.some(cue => draft.cue.some(own => overlaps(cue, own))),
  )
  return same?.addressee ?? null
}

function adds(quotation: Quotation, known: readonly Draft[]): boolean {
  const touching = known.filter(draft => touch(draft.content, quotation.content))
  if (touching.length === 0)
    return quotation.kind !== 'indirect' && !known.some(draft => sharesCue(draft, quotation))
  return touching.length === 1 && isSecondHand(quotation, touching[0]!)
}

const touch = (a: readonly Span[], b: readonly Span[]): boolean => a.some(x => b.some(y => overlaps(x, y)))

const sharesCue = (draft: Draft, quotation: Quotation): boolean => touch(draft.cue, quotation.cue)

/** Whether a content of `outer` holds all of the quotation: its source, its cue and what they report. */
function isSecondHand(quotation: Quotation, outer: Draft): boolean {
  const { source, cue, content, outer: holder } = quotation
  if (source === null || cue.length === 0 || holder === null) return false
  return outer.content.some(whole => [source, ...cue, ...content].every(part => contains(whole, part)))
}
