import { contains, hull, overlaps, type Span } from '../span.js'
import type { Draft } from './find-quotations.js'
import type { Quotation } from './quotation.js'

/** Orders quotations by their first content, and finds for each the smallest that holds it. */
export function nest(drafts: readonly Draft[]): Omit<Quotation, 'kind'>[] {
  const ordered = drafts
    .map(draft => ({ ...draft, content: tidy(draft) }))
    .filter(draft => draft.content.length > 0)
    .sort((a, b) => a.content[0]![0] - b.content[0]![0] || hull(b.content)[1] - hull(a.content)[1])
  const kept: Omit<Quotation, 'kind'>[] = []
  const around: number[] = []
  for (const draft of ordered) {
    const place = placeOf(draft, kept, around)
    if (place === 'crosses') continue
    kept.push({ ...draft, outer: place })
    around.push(kept.length - 1)
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

function placeOf(
  draft: Draft,
  kept: readonly Omit<Quotation, 'kind'>[],
  around: number[],
): number | null | 'crosses' {
  const whole = hull(draft.content)
  while (around.length > 0 && hull(kept[around.at(-1)!]!.content)[1] <= whole[0]) around.pop()
  for (let level = around.length - 1; level >= 0; level--) {
    const index = around[level]!
    const outer = kept[index]!
    const holder = outer.content.find(span => contains(span, whole))
    if (holder !== undefined) return draft.cue.every(cue => contains(holder, cue)) ? index : null
    if (outer.content.some(span => draft.content.some(other => overlaps(span, other)))) return 'crosses'
  }
  return null
}
