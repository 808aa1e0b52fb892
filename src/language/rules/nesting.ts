import { contains, hull, overlaps, type Span } from '../../span.js'
import type { QuotationKind } from '../analysis.js'
import type { Quotation } from '../quotation.js'
import type { Draft } from './find-quotations.js'

/** A quotation that may hold those to come. */
interface Open {
  index: number
  content: readonly Span[]
  end: number
}

/** A draft with what is left of its content. */
interface Tidied {
  draft: Draft
  content: readonly Span[]
  whole: Span
}

/**
 * Orders quotations by their first content, finds for each the smallest that holds it, and what kind it is. Spans that
 * would cross another quotation's content are left out, and with its last span a quotation.
 */
export function nest(
  drafts: readonly Draft[],
  kindOf: (content: readonly Span[]) => QuotationKind,
): Quotation[] {
  const ordered: Tidied[] = []
  for (const draft of drafts) {
    const content = tidy(draft)
    if (content.length > 0) ordered.push({ draft, content, whole: hull(content) })
  }
  ordered.sort((a, b) => a.whole[0] - b.whole[0] || b.whole[1] - a.whole[1])
  const kept: Quotation[] = []
  const open: Open[] = []
  for (const tidied of ordered) {
    const { draft, content, whole } = tidied
    while (open.length > 0 && open.at(-1)!.end <= whole[0]) open.pop()
    const outer = holderOf(tidied, open)
    if (outer === undefined) continue
    open.push({ index: kept.length, content, end: whole[1] })
    const { type, cue, source, addressee, isTurn } = draft
    const kind = isTurn ? 'direct' : kindOf(content)
    const quotation = { kind, type, content, cue, source, outer, addressee } as const
    kept.push(isTurn ? { ...quotation, isTurn } : quotation)
  }
  return kept
}

/** In order, disjoint, and clear of the quotation's own cue and source. */
function tidy({ content, cue, source }: Draft): readonly Span[] {
  const isClear = (span: Span) =>
    !cue.some(other => overlaps(other, span)) && (source === null || !overlaps(source, span))
  const ordered = content.length > 1 ? [...content].sort((a, b) => a[0] - b[0]) : content
  const spans: Span[] = []
  for (const span of ordered) {
    const end = spans.at(-1)?.[1] ?? 0
    if (span[0] >= end && span[1] > span[0] && isClear(span)) spans.push(span)
  }
  return spans
}

/** Index of the smallest quotation that holds the draft, null where none does, undefined where they cross. */
function holderOf({ draft, content: own, whole }: Tidied, open: readonly Open[]): number | null | undefined {
  for (let level = open.length - 1; level >= 0; level--) {
    const { index, content } = open[level]!
    const holder = content.find(span => contains(span, whole))
    if (holder !== undefined) return draft.cue.every(cue => contains(holder, cue)) ? index : undefined
    if (content.some(span => own.some(other => overlaps(span, other)))) return undefined
  }
  return null
}
