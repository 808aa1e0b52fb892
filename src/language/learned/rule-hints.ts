import type { Quotation } from '../quotation.js'
import { type Token, tokensWithin } from '../tokens.js'
import type { SpanCandidate } from './span-candidates.js'

type Range = readonly [first: number, end: number]

/** What the rules found, token by token, as advice to the linker. */
export interface RuleHints {
  /** Which quotation's cue, and which (innermost) quotation's content, a token belongs to; -1: none. */
  cueOf: Int32Array
  contentOf: Int32Array
  /** Each quotation's source; null: it has none. */
  sources: readonly (Range | null)[]
}

export function ruleHints(tokens: readonly Token[], ruled: readonly Quotation[]): RuleHints {
  const cueOf = new Int32Array(tokens.length).fill(-1)
  const contentOf = new Int32Array(tokens.length).fill(-1)
  for (const [index, { content, cue }] of ruled.entries()) {
    for (const span of content) contentOf.fill(index, ...tokensWithin(tokens, span))
    for (const span of cue) cueOf.fill(index, ...tokensWithin(tokens, span))
  }
  return { cueOf, contentOf, sources: ruled.map(({ source }) => source && tokensWithin(tokens, source)) }
}

/** The quotation of the rules whose cue shares a token with `cue`, or -1. */
function ruleAt({ cueOf }: RuleHints, { first, end }: SpanCandidate): number {
  for (let i = first; i < end; i++) if (cueOf[i]! >= 0) return cueOf[i]!
  return -1
}

/** 0 the rules know neither, 1 they join the two, 2 they give the cue other contents, 3 the content another cue. */
export function adviceOnCue(hints: RuleHints, content: SpanCandidate, cue: SpanCandidate): number {
  const rule = ruleAt(hints, cue)
  const places = [content.first, (content.first + content.end) >> 1, content.end - 1]
  if (rule >= 0) return places.some(place => hints.contentOf[place] === rule) ? 1 : 2
  return places.some(place => hints.contentOf[place]! >= 0) ? 3 : 0
}

/** 0 the rules do not know the cue, 1 they credit this source, 2 another, 3 nobody. */
export function adviceOnSource(hints: RuleHints, cue: SpanCandidate, source: SpanCandidate | null): number {
  const rule = ruleAt(hints, cue)
  if (rule < 0) return 0
  const range = hints.sources[rule] ?? null
  if (range === null) return 3
  return source !== null && range[0] < source.end && source.first < range[1] ? 1 : 2
}

/** `sources` with those of the rules that share no token with any, in order. */
export function addRuleSources(sources: readonly SpanCandidate[], hints: RuleHints): SpanCandidate[] {
  const taken = new Uint8Array(hints.cueOf.length)
  for (const { first, end } of sources) taken.fill(1, first, end)
  const all = [...sources]
  for (const range of hints.sources) {
    if (range === null) continue
    const [first, end] = range
    if (end <= first || taken.subarray(first, end).includes(1)) continue
    taken.fill(1, first, end)
    all.push({ role: 'source', first, end, side: 0, probability: 0, chosen: false })
  }
  return all.sort((a, b) => a.first - b.first || b.end - a.end)
}
