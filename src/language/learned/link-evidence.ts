import type { LinkContext } from './link-features.js'
import { lowerBound } from './link-features.js'
import { adviceOnCue, adviceOnSource } from './rule-hints.js'
import type { SpanCandidate } from './span-candidates.js'
import type { TokenTable } from './token-table.js'

/** A span (null: none) as a ranker places it among its rivals. */
export interface Ranked {
  span: SpanCandidate | null
  /** Above the score of choosing none. */
  lead: number
  probability: number
  /** Of the best rival, and of choosing none. */
  rival: number
  none: number
  /** From 0. */
  rank: number
}

/** For what is not there. */
const NO = -1
const FAR = 9
const NOBODY: Ranked = { span: null, lead: 0, probability: 0, rival: 0, none: 1, rank: 0 }

/** What speaks for a content that no cue reports, and that is no attribution at all. */
export const NO_ATTRIBUTION = -9

/** What is known of a content as a report of what was said: how likely its tokens are, and how it stands in its sentence. */
export function contentEvidence({ table, hints, chances }: LinkContext, content: SpanCandidate): number[] {
  const { first, end, probability } = content
  const quoted = table.quotedBefore[end]! - table.quotedBefore[first]!
  let least = 1
  for (let i = first; i < end; i++) least = Math.min(least, chances.within[i]!)
  return [
    probability,
    least,
    chances.begins[first]!,
    end < table.size ? chances.within[end]! : 0,
    first > 0 ? chances.within[first - 1]! : 0,
    end - first,
    quoted / (end - first),
    quoted,
    table.quote[first]!,
    table.sentenceStart[first] === first ? 1 : 0,
    first - table.sentenceStart[first]!,
    table.sentenceEnd[end - 1]! - end,
    first > 0 ? table.wordClass[first - 1]! : NO,
    table.wordClass[first]!,
    table.wordClass[end - 1]!,
    table.content[first]!,
    table.verbsBefore[end]! - table.verbsBefore[first]!,
    hints.contentOf[(first + end) >> 1]! >= 0 ? 1 : 0,
  ]
}

/** What is known of `cue` as the one that reports `content`; `sharing` contents have it as their first choice. */
export function cueEvidence(
  context: LinkContext,
  content: SpanCandidate,
  cue: Ranked,
  sharing: number,
): number[] {
  const { table, hints } = context
  const { span } = cue
  return [
    ...standing(cue),
    sharing,
    ...(span === null
      ? [NO, NO, NO, NO, FAR, NO, NO, NO, NO]
      : [
          highestCue(table, span),
          adviceOnCue(hints, content, span),
          span.first >= content.first ? 1 : 0,
          gap(content, span),
          paragraphsApart(context, content, span),
          cuesBetween(context, content, span),
          table.quote[span.first]!,
          table.pair[span.first]!,
          span.first > 0 ? table.wordClass[span.first - 1]! : NO,
        ]),
    ...words(table, span),
  ]
}

/** What is known of `source` as the one whom `cue` credits with `content`. */
export function sourceEvidence(
  context: LinkContext,
  content: SpanCandidate,
  cue: SpanCandidate | null,
  source: Ranked = NOBODY,
): number[] {
  const { table, hints } = context
  const { span } = source
  return [
    ...standing(source),
    cue === null ? NO : adviceOnSource(hints, cue, span),
    ...(span === null || cue === null
      ? [NO, NO, FAR, NO, NO, NO]
      : [
          gap(cue, span),
          span.first > cue.first ? 1 : 0,
          paragraphsApart(context, content, span),
          cuesBetween(context, content, span),
          table.source[span.end - 1]!,
          table.shape[span.first]!,
        ]),
    ...words(table, span),
  ]
}

const standing = ({ span, lead, probability, rival, none, rank }: Ranked): number[] => [
  probability,
  rival,
  none,
  lead,
  rank,
  span?.probability ?? 0,
  span === null ? NO : span.chosen ? 1 : 0,
]

const words = (table: TokenTable, span: SpanCandidate | null): number[] =>
  span === null
    ? [0, NO, NO]
    : [span.end - span.first, table.wordClass[span.first]!, table.wordClass[span.end - 1]!]

const gap = (a: SpanCandidate, b: SpanCandidate): number => Math.max(0, a.first - b.end, b.first - a.end)

const paragraphsApart = ({ paragraphOf }: LinkContext, content: SpanCandidate, span: SpanCandidate): number =>
  Math.max(-FAR, Math.min(FAR, paragraphOf[span.first]! - paragraphOf[content.first]!))

const MOST_BETWEEN = 9

function cuesBetween({ cues }: LinkContext, a: SpanCandidate, b: SpanCandidate): number {
  const end = Math.max(a.first, b.first)
  let count = 0
  for (let i = lowerBound(cues, Math.min(a.end, b.end)); i < cues.length && cues[i]!.first < end; i++) {
    if (cues[i]!.chosen) count++
    if (count === MOST_BETWEEN) break
  }
  return count
}

function highestCue({ cue }: TokenTable, { first, end }: SpanCandidate): number {
  let highest = 0
  for (let i = first; i < end; i++) highest = Math.max(highest, cue[i]!)
  return highest
}
