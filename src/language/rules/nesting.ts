import { contains, hull, overlaps, type Span } from '../../span.js'
import type { Quotation } from '../quotation.js'
import type { Draft } from './find-quotations.js'

type Nested = Omit<Quotation, 'kind'>

/** A quotation that may hold those to come. */
interface Open {
  index: number
  content: readonly Span[]
  end: number
}

/**
 * Orders quotations by their first content and finds for each the smallest that holds it. Spans that would cross
 * another quotation's content are left out, and with its last span a quotation.
 */
export function nest(drafts: readonly Draft[]): Nested[] {
  const ordered = drafts
    .map(draft => ({ ...draft, content: tidy(draft) }))
    .filter(draft => draft.content.length > 0)
    .map(draft => ({ draft, whole: hull(draft.content) }))
    .sort((a, b) => a.whole[0] - b.whole[0] || b.whole[1] - a.whole[1])
  const kept: Nested[] = []
  const open: Open[] = []
  for (const { draft, whole } of ordered) {
    while (open.length > 0 && open.at(-1)!.end <= whole[0]) open.pop()
    const outer = holderOf(draft, whole, open)
    if (outer === undefined) continue
    open.push({ index: kept.length, content: draft.content, end: whole[1] })
    kept.push({ ...draft, outer })
  }
  return kept
}

/** In order, disjoint, and clear of the quotation's own cue and source. */
function tidy({ content, cue, source }: Draft): Span[] {
  const own = source === null ? cue : [...cue, source]
  const spans: Span[] = []
  for (const span of [...content].sort((a, b) => a[0] - b[0])) {
    const end = spans.at(-1)?.[1] ?? 0
    if (span[0] >= end && span[1] > span[0] && !own.some(other => overlaps(other, span))) spans.push(span)
  }
  return spans
}

/** Index of the smallest quotation that holds the draft, null where none does, undefined where they cross. */
function holderOf(draft: Draft, whole: Span, open: readonly Open[]): number | null | undefined {
  for (let level = open.length - 1; level >= 0; level--) {
    const { index, content } = open[level]!
    const holder = content.find(span => contains(span, whole))
    if (holder !== undefined) return draft.cue.every(cue => contains(holder, cue)) ? index : undefined
    if (content.some(span => draft.content.some(other => overlaps(span, other)))) return undefined
  }
  return null
}
