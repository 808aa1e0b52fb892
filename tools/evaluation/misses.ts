import type { Attribution, QuotationKind } from '../../src/language/analysis.js'
import { lengthOf, overlaps, type Span } from '../../src/span.js'
import type { GoldAttribution } from '../train/polnear.js'

/** What went wrong with an attribution, and where it can be read. */
export interface Miss {
  kind: string
  at: Span
}

/** What went wrong between the annotated and the found attributions of an article. */
export function findMisses(
  text: string,
  gold: readonly GoldAttribution[],
  found: readonly Attribution[],
): Miss[] {
  const misses: Miss[] = []
  const used = new Set<Attribution>()
  for (const wanted of gold) {
    const match = bestMatch(wanted, found)
    const kind = markedKind(text, wanted.content)
    if (match === null) {
      misses.push({ kind: `${kind}: not found`, at: wanted.content[0]! })
      continue
    }
    used.add(match)
    misses.push(...compare(kind, wanted, match))
  }
  for (const extra of found) {
    if (!used.has(extra)) misses.push({ kind: `${extra.kind}: not annotated`, at: extra.content[0]! })
  }
  return misses
}

function compare(kind: QuotationKind, wanted: GoldAttribution, match: Attribution): Miss[] {
  const misses: Miss[] = []
  const source = match.source === null ? [] : [match.source]
  const at = match.content[0]!
  if (wanted.source.length > 0 && source.length === 0) misses.push({ kind: `${kind}: source missing`, at })
  else if (wanted.source.length === 0 && source.length > 0)
    misses.push({ kind: `${kind}: source invented`, at })
  else if (wanted.source.length > 0 && !touch(wanted.source, source))
    misses.push({ kind: `${kind}: wrong source`, at })
  else misses.push(...edges('source', wanted.source, source))
  if (!touch(wanted.cue, match.cue)) misses.push({ kind: 'cue: wrong', at })
  else misses.push(...edges('cue', wanted.cue, match.cue))
  if (wanted.content.length !== match.content.length) misses.push({ kind: 'content: number of parts', at })
  else misses.push(...edges('content', wanted.content, match.content))
  return misses
}

/** Where a span begins or ends elsewhere than it should, by more than a mark. */
function edges(role: string, wanted: readonly Span[], found: readonly Span[]): Miss[] {
  return wanted.flatMap((span, index) => {
    const other = found[index]
    if (other === undefined) return []
    const misses: Miss[] = []
    if (Math.abs(other[0] - span[0]) > 2) {
      misses.push({ kind: `${role}: begins too ${other[0] < span[0] ? 'early' : 'late'}`, at: other })
    }
    if (Math.abs(other[1] - span[1]) > 2) {
      misses.push({ kind: `${role}: ends too ${other[1] < span[1] ? 'early' : 'late'}`, at: other })
    }
    return misses
  })
}

/** The found attribution whose contents share most with the wanted ones, where that is half of both together. */
function bestMatch(wanted: GoldAttribution, found: readonly Attribution[]): Attribution | null {
  let best: Attribution | null = null
  let most = 0.5
  for (const attribution of found) {
    const share =
      (2 * shared(wanted.content, attribution.content)) / (total(wanted.content) + total(attribution.content))
    if (share >= most) {
      most = share
      best = attribution
    }
  }
  return best
}

const touch = (a: readonly Span[], b: readonly Span[]): boolean => a.some(x => b.some(y => overlaps(x, y)))

const total = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + lengthOf(span), 0)

const shared = (a: readonly Span[], b: readonly Span[]): number =>
  a.reduce(
    (sum, x) =>
      sum + b.reduce((part, y) => part + Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0])), 0),
    0,
  )

function markedKind(text: string, spans: readonly Span[]): QuotationKind {
  const words = spans
    .map(span => text.slice(...span))
    .join(' ')
    .trim()
  if (/^["“].*["”][,.]?$/s.test(words)) return 'direct'
  return /["“”]/.test(words) ? 'mixed' : 'indirect'
}
